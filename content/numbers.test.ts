import fc from 'fast-check'
import katex from 'katex'
import { expect, test } from 'vitest'
import { servedModels } from '#content/served-models.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { Random } from '#lib/grading/random.ts'
import { drawQuestion } from '#lib/review/number/draw-question.ts'
import { judgeNumber } from '#lib/review/number/judge-number.ts'
import type { NumberQuestion } from '#lib/review/number/template.ts'

const { publishedLessons, draftLessons } = await readCourse()
const templates = [...publishedLessons, ...draftLessons].flatMap((lesson) => lesson.numbers ?? [])

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
      for (const text of [...spellings(question), question.spokenAnswer.split(/, (?:about|that is) /)[0] ?? ''])
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
      const ids = question.slips.map((slip) => slip.id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const slip of question.slips)
        for (const text of spellings({ ...question, answer: slip.value })) {
          const verdict = judgeNumber(question, text)
          expect([text, verdict.kind]).toEqual([text, 'slip'])
        }
    }),
    { numRuns: 60 },
  )
})

test.each(templates)('$id: its numbers differ from draw to draw, and are the same for the same seed', (template) => {
  const questions = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => drawQuestion(template, new Random(seed)).question)
  expect(new Set(questions).size).toBeGreaterThan(2)
  expect(drawQuestion(template, new Random(3)).question).toBe(questions[2])
})

test.each(templates)('$id: the question names every number that its answer depends on', (template) => {
  const answers = new Map<string, number>()
  for (const { question, answer } of draws(template)) {
    expect(answers.get(question) ?? answer).toBe(answer)
    answers.set(question, answer)
  }
})

test.each(templates)('$id: its formulas can be set', (template) => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { question, working } = drawQuestion(template, new Random(seed))
    for (const [, formula = ''] of `${question} ${working}`.matchAll(/\$([^$]+)\$/g))
      expect(() => katex.renderToString(formula, { throwOnError: true, strict: 'error' })).not.toThrow()
  }
})

test('the saving of a cache accepts the rule n/2 and the count of the lesson, and not n', () => {
  const template = requireTemplate('kv-cache/work-saved')
  for (const question of draws(template)) {
    const [, d = 0, n = 0] = (/width ([\d,]+) generates ([\d,]+) tokens/.exec(question.question) ?? []).map((part) =>
      Number(part.replaceAll(',', '')),
    )
    let [withCache, without] = [0, 0]
    for (let t = 1; t <= n; t++) {
      withCache += 3 * d * d + 2 * t * d
      without += 3 * t * d * d + d * t * (t + 1)
    }
    expect(outcome(question, `${without / withCache}`)).toBe('right')
    expect(outcome(question, `${n / 2}`)).toBe('right')
    expect(outcome(question, `${n}`)).toBe('n')
  }
})

test('no question asks for a number halfway between two int8 numbers', () => {
  for (const { question } of draws(requireTemplate('int8-kv/one-entry'))) {
    const [, max, x] = /entry is ([\d.]+)\. Which int8 number stands for ([\d.]+)/.exec(question) ?? []
    expect((Number(x) * 127) / Number(max)).not.toBeCloseTo(63.5, 6)
  }
})

test('no model is asked to read more tokens than its context has', () => {
  const lengths = templates
    .flatMap((template) => draws(template))
    .flatMap(({ question }) => {
      const model = servedModels.find(({ name }) => question.includes(name))
      const tokens = /sequences? of ([\d,]+) tokens|window of ([\d,]+),/.exec(question)
      return model && tokens ? [{ question, model, tokens: Number((tokens[1] ?? tokens[2])?.replaceAll(',', '')) }] : []
    })
  expect(lengths.length).toBeGreaterThan(100)
  for (const { question, model, tokens } of lengths) expect(tokens, question).toBeLessThanOrEqual(model.context)
})

function requireTemplate(id: string) {
  const template = templates.find((template) => template.id === id)
  if (!template) throw new Error(`there is no number question ${id}`)
  return template
}

const draws = (template: (typeof templates)[number]): NumberQuestion[] =>
  Array.from({ length: 100 }, (_, seed) => drawQuestion(template, new Random(seed)))

/** The same answer as different people write it. */
function spellings({ answer, answerUnit, exact }: NumberQuestion): string[] {
  const digits = `${answer}`
  if (answerUnit.kind === 'percent') return [`${answer * 100} %`, `${(answer * 100).toPrecision(4)}%`, digits]
  if (answerUnit.kind === 'number') {
    const plain = [digits, `${digits} ${answerUnit.unit}`, `= ${digits}`]
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
    ...binary.map((unit) => unit.toLowerCase()),
  ]
}
