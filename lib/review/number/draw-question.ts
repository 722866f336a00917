import { isBeyondRounding } from './rounding.ts'
import type { NumberQuestion, NumberTemplate, Rng } from './template.ts'

const TRIES = 64

/**
 * A template's question with the numbers of a seed: regenerated until every slip gives another number than the answer.
 *
 * @param rng  a stream of numbers for a seed
 * @throws RangeError when a template draws numbers that hide a slip, 64 times in a row
 */
export function drawQuestion(template: NumberTemplate, rng: Rng): NumberQuestion {
  for (let i = 0; i < TRIES; i++) {
    const candidate = template.generate(rng)
    if (candidate.slips.every(({ value }) => isBeyondRounding(value, candidate.answer, candidate.exact)))
      return candidate
  }
  throw new RangeError(
    `${template.id}: a common mistake gave the right answer in ${TRIES} draws; draw different numbers`,
  )
}
