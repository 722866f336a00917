import 'server-only'
import { Rate } from '#lib/submission/rate.ts'

/**
 * How many entries a learner may send to this server: REVIEWS_PER_MINUTE, else 300, and as many at once. A person rates
 * a card every few seconds; what waited offline comes in batches.
 */
export function logRate(): Rate {
  const perMinute = Number(process.env.REVIEWS_PER_MINUTE) || 300
  kept.logRate ??= new Rate({ burst: perMinute, perMinute })
  return kept.logRate
}
/** On globalThis, because development loads this file anew at each edit. */
const kept = globalThis as typeof globalThis & { logRate?: Rate }
