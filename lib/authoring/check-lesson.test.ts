import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPosition } from '#lib/course/problem.ts'
import { checkLessons } from './check-lessons.ts'
import type { Diagnostic } from './finding.ts'
import { inAnswers } from './planted/in-answers.ts'
import { inCards } from './planted/in-cards.ts'
import { inExercises } from './planted/in-exercises.ts'
import { inFrontmatter } from './planted/in-frontmatter.ts'
import { inMarkup } from './planted/in-markup.ts'
import { inSyntax } from './planted/in-syntax.ts'
import { inText } from './planted/in-text.ts'
import type { Mistake } from './planted/mistake.ts'
import { temporaryCourse } from './temporary-course.ts'

/** Dozens of lessons are written and checked: seconds, on a busy machine some more. */
const TIMEOUT_MS = 240_000

const readable = [...inSyntax, ...inFrontmatter, ...inMarkup, ...inText, ...inCards, ...inExercises]
const course = temporaryCourse()
afterAll(() => course.remove())

/** One lesson is called untouched; each of the others has one mistake. */
const getSlug = (mistake: Mistake): string => `mistake-${[...readable, ...inAnswers].indexOf(mistake)}`
const getName = (mistake: Mistake): string => getSlug(mistake).replace('-', '')
const describeMistake = (text: string, mistake: Mistake): string =>
  text.replaceAll('SLUG', getSlug(mistake)).replaceAll('NAME', getName(mistake))
const getFile = (mistake: Mistake, file = mistake.file ?? 'lesson.mdx'): string =>
  `content/lessons/${getSlug(mistake)}/${file.replace(/^EX/, `exercises/${getSlug(mistake)}`)}`

async function plant(mistake: Mistake): Promise<void> {
  await course.add(getSlug(mistake))
  const file = getFile(mistake)
  if (mistake.replaceWith === undefined) return rmSync(path.join(course.root, file))
  const before = course.read(file)
  const find =
    typeof mistake.find === 'string'
      ? describeMistake(mistake.find, mistake)
      : new RegExp(describeMistake(mistake.find.source, mistake), mistake.find.flags)
  const replacement = describeMistake(mistake.replaceWith, mistake)
  const after = typeof find === 'string' ? before.replace(find, () => replacement) : before.replace(find, replacement)
  if (after === before) throw new Error(`${mistake.name}: ${file} does not hold ${mistake.find}`)
  course.write(file, after)
}

const findings: Diagnostic[] = []
async function check(mistakes: readonly Mistake[], exercises: boolean): Promise<void> {
  for (const mistake of mistakes) await plant(mistake)
  const slugs = ['untouched', ...Object.keys(REWRITTEN), ...mistakes.map(getSlug)]
  for await (const finding of checkLessons(course.root, { slugs, exercises })) findings.push(finding)
}

function expectFound(mistake: Mistake): void {
  const mistakeFindings = findings.filter(({ lesson }) => lesson === getSlug(mistake))
  const file = getFile(mistake, mistake.in)
  const isFile = mistake.replaceWith !== undefined && (!mistake.in || mistake.at !== undefined)
  const text = isFile ? course.read(file) : ''
  const { line } = findPosition(text, describeMistake(mistake.at ?? '', mistake))
  expect(mistakeFindings).toContainEqual(
    expect.objectContaining({
      rule: mistake.rule,
      file,
      line,
      message: expect.stringMatching(new RegExp(describeMistake(mistake.message.source, mistake))),
      fix: expect.stringMatching(new RegExp(describeMistake(mistake.fix.source, mistake))),
    }),
  )
  // one mistake, one error
  const others = mistakeFindings.filter(({ rule }) => rule !== mistake.rule && !mistake.also?.includes(rule))
  expect(others).toEqual([])
}

/** As editors on Windows and old ones on the Mac write files. */
const REWRITTEN: Readonly<Record<string, (text: string) => string>> = {
  'with-mark': (text) => `\ufeff${text}`,
  'with-cr-lf': (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`,
  'with-cr': (text) => text.replaceAll('\n', '\r'),
}

beforeAll(async () => {
  await course.add('untouched')
  for (const [slug, rewrite] of Object.entries(REWRITTEN)) {
    const folder = await course.add(slug)
    for (const file of readdirSync(path.join(course.root, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.(mdx|tsx?)$/.test(file)) course.write(`${folder}/${file}`, rewrite(course.read(`${folder}/${file}`)))
  }
})

describe('each mistake is found at its place, whatever else is broken', () => {
  beforeAll(() => check(readable, false), TIMEOUT_MS)
  test.each(readable)('$name', expectFound)
})

describe('what running answers shows', () => {
  beforeAll(() => check(inAnswers, true), TIMEOUT_MS)
  test.each(inAnswers)('$name', expectFound)
  test('a lesson as lesson:new writes it is clean', () => {
    expect(findings.filter(({ lesson }) => lesson === 'untouched')).toEqual([])
  })
  test.each(Object.keys(REWRITTEN))('so is the same lesson %s', (slug) => {
    expect(findings.filter((finding) => finding.lesson === slug)).toEqual([])
  })
})
