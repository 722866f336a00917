import 'server-only'
import { Rate } from './rate.ts'

/** How often a learner may submit on this server: SUBMISSIONS_PER_MINUTE, else 120, and as many at once. */
export function submissionRate(): Rate {
  const perMinute = Number(process.env.SUBMISSIONS_PER_MINUTE) || 120
  kept.submissionRate ??= new Rate({ burst: perMinute, perMinute })
  return kept.submissionRate
}
/** On globalThis, because development loads this file anew at each edit. */
const kept = globalThis as typeof globalThis & { submissionRate?: Rate }
