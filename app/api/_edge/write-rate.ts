import 'server-only'
import { Rate } from '#lib/submission/rate.ts'
import { Refusal } from './refusal.ts'

/** How often one learner may do what a person does by hand, a minute and at once: far more than a person can. */
const PER_MINUTE = {
  'save a draft': 300,
  'begin an interview': 20,
  'answer in an interview': 60,
  'save a plan': 30,
} as const

/**
 * Takes one from a learner's allowance of writes.
 *
 * @throws Refusal 429 when it is used up
 */
export function countWrite(what: keyof typeof PER_MINUTE, learnerId: string): void {
  const perMinute = PER_MINUTE[what]
  kept.writeRates ??= new Map()
  const rate = kept.writeRates.get(what) ?? new Rate({ burst: perMinute, perMinute })
  kept.writeRates.set(what, rate)
  const wait = rate.take(learnerId, Date.now())
  if (wait > 0)
    throw new Refusal(429, 'too-often', `That is much in a short time. Wait ${wait} s.`, { 'retry-after': `${wait}` })
}
/** On globalThis, because Next bundles this file into several routes. */
const kept = globalThis as typeof globalThis & { writeRates?: Map<string, Rate> }
