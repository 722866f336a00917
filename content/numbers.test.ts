import fc from 'fast-check'
import katex from 'katex'
import { expect, test } from 'vitest'
import { readCourse } from '#lib/course/read-course.ts'
import { Random } from '#lib/grading/random.ts'
import { drawQuestion } from '#lib/review/number/draw-question.ts'
import { judgeNumber } from '#lib/review/number/judge-number.ts'
import type { NumberQuestion } from '#lib/review/number/template.ts'

const { listed, drafts } = await readCourse()
const templates = [...listed, ...drafts].flatMap((it) => it.numbers ?? [])

test('there are at least 30 questions with fresh numbers', () => {
  expect(templates.length).toBeGreaterThanOrEqual(30)
})

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

const outcome = (question: NumberQuestion, text: string) => {
  const verdict = judgeNumber(question, text)
  return verdict.kind === 'slip' ? verdict.slip : verdict.kind
}

test.each(templates)('$id: the right answer is accepted however it is written', (template) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const question = drawQuestion(template, new Random(seed))
      for (const text of [...spellings(question), question.says.split(/, (?:about|that is) /)[0] ?? ''])
        expect([text, outcome(question, text)]).toEqual([text, 'right'])
    }),
    { numRuns: 60 },
  )
})

test.each(templates)('$id: every slip is told apart from the answer, and named', (template) => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const question = drawQuestion(template, new Random(seed))
      expect(question.slips.length).toBeGreaterThan(0)
      const ids = question.slips.map((it) => it.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const slip of question.slips)
        for (const text of spellings({ ...question, answer: slip.value })) {
          const named = judgeNumber(question, text)
          expect([text, named.kind]).toEqual([text, 'slip'])
        }
    }),
    { numRuns: 60 },
  )
})

test.each(templates)('$id: its numbers differ from draw to draw, and are the same for the same seed', (template) => {
  const drawn = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => drawQuestion(template, new Random(seed)).question)
  expect(new Set(drawn).size).toBeGreaterThan(2)
  expect(drawQuestion(template, new Random(3)).question).toBe(drawn[2])
})

test.each(templates)('$id: its formulas can be set', (template) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { question, working } = drawQuestion(template, new Random(seed))
    for (const [, formula = ''] of `${question} ${working}`.matchAll(/\$([^$]+)\$/g))
      expect(() => katex.renderToString(formula, { throwOnError: true, strict: 'error' })).not.toThrow()
  }
})

/** The same answer as different people write it. */
function spellings({ answer, asked, exact }: NumberQuestion): string[] {
  const digits = `${answer}`
  if (asked.kind === 'percent') return [`${answer * 100} %`, `${(answer * 100).toPrecision(4)}%`, digits]
  if (asked.kind === 'number') {
    const plain = [digits, `${digits} ${asked.unit}`, `= ${digits}`]
    if (Number.isInteger(answer))
      plain.push(answer.toLocaleString('en-US'), answer.toLocaleString('en-US').replaceAll(',', ' '))
    return exact ? plain : [...plain, answer.toPrecision(4), answer.toExponential(3)]
  }
  const whole = `${Math.round(answer)}`
  const binary = [1, 2, 3].map((k) => `${Number((answer / 1024 ** k).toPrecision(6))} ${['KiB', 'MiB', 'GiB'][k - 1]}`)
  const decimal = [1, 2, 3].map((k) => `${Number((answer / 1000 ** k).toPrecision(4))} ${['kB', 'MB', 'GB'][k - 1]}`)
  return [
    whole,
    `${whole} bytes`,
    Math.round(answer).toLocaleString('en-US'),
    ...binary,
    ...decimal,
    ...binary.map((it) => it.toLowerCase()),
  ]
}
