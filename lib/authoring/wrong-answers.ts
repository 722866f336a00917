import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { readSource } from '#lib/course/read-source.ts'
import { applyEdit, canApplyEdit, type EditBase, EditError } from '#lib/grading/apply-edit.ts'
import type { Edit } from '#lib/grading/wrong-answers.ts'
import { listAnswers } from './lesson-files.ts'

/** A wrong answer of an exercise, as the code that is graded. */
export interface WrongAnswer {
  /** Unique among the wrong answers of its exercise. */
  readonly name: string
  /** Where it is written, from the exercise’s folder: `wrong.ts`, or `wrong/NAME.ts`. */
  readonly file: string
  readonly source: string
  /** The misconceptions that it shows; absent where a whole file doesn’t say. */
  readonly expectedIds?: readonly string[]
  /** Of an edit: the edit, and the file that it changes. */
  readonly edited?: { readonly edit: Edit; readonly base: string }
}

/** An edit that can’t be made. */
export interface EditFault {
  readonly edit: string
  readonly message: string
  /** What to do about it. */
  readonly fix: string
}

/** All wrong answers of an exercise. */
export interface ReadWrongAnswers {
  readonly answers: readonly WrongAnswer[]
  readonly faults: readonly EditFault[]
}

/** What `wrong.ts` must export. */
export const WrongModule = z.object({
  default: z.record(
    z.string(),
    z.array(
      z.object({
        name: z.string(),
        replacements: z.array(z.tuple([z.string(), z.string()])),
        shows: z.array(z.string()),
      }),
    ),
  ),
})
export type WrongModule = z.infer<typeof WrongModule>

export const WRONG_FILE = 'wrong.ts'

/** The misconceptions that a whole wrong file shows, by its first line; empty for a mistake that has no name. */
export function parseClaimedMisconceptions(source: string): readonly string[] | undefined {
  const words = /^\/\/ misconception:[ \t]*(.*)$/m.exec(source.split('\n', 1)[0] ?? '')?.[1]?.split(/[\s,]+/)
  return words?.filter((word) => word !== '' && word !== 'none')
}

/**
 * The wrong answers of an exercise: the edits of other answers in `wrong.ts`, and the files in `wrong/`.
 *
 * @param folder  the exercise’s folder
 * @throws Error with the file and the edit, where an edit can’t be made
 */
export async function loadWrongAnswers(folder: string): Promise<readonly WrongAnswer[]> {
  const { answers, faults } = await readWrongAnswers(folder, await importWrongModule(folder))
  const [fault] = faults
  if (fault) throw new Error(`${path.join(folder, WRONG_FILE)}: ${fault.message}`)
  return answers
}

/** Expands the edits of a loaded `wrong.ts`, and reads the whole answers in `wrong/`. */
export async function readWrongAnswers(folder: string, module: WrongModule | undefined): Promise<ReadWrongAnswers> {
  const bases = await readBases(folder)
  const whole = [...bases].flatMap(([base, { file, source }]): WrongAnswer[] => {
    if (!base.startsWith('wrong/')) return []
    const expectedIds = parseClaimedMisconceptions(source)
    return [{ name: base.slice('wrong/'.length), file, source, ...(expectedIds && { expectedIds }) }]
  })
  const answers = [...whole]
  const faults: EditFault[] = []
  for (const [name, edits] of Object.entries(module?.default ?? {}))
    for (const edit of edits) {
      const expanded = expandEdit(edit, name, bases, answers)
      if ('message' in expanded) faults.push(expanded)
      else answers.push(expanded)
    }
  return { answers, faults }
}

function expandEdit(
  edit: Edit,
  baseName: string,
  bases: ReadonlyMap<string, EditBase>,
  others: readonly WrongAnswer[],
): WrongAnswer | EditFault {
  const { name } = edit
  const base = bases.get(baseName)
  if (!base) {
    const message = `the edit “${name}” changes ${baseName}, but there is only ${[...bases.keys()].join(', ')}`
    return { edit: name, message, fix: 'Name one of these.' }
  }
  if (others.some((other) => other.name === name))
    return { edit: name, message: `two wrong answers are called “${name}”`, fix: 'Rename one of them.' }
  try {
    const source = applyEdit(base, edit)
    return { name, file: WRONG_FILE, source, expectedIds: edit.shows, edited: { edit, base: base.file } }
  } catch (error) {
    if (!(error instanceof EditError)) throw error
    const fix = `Copy the text from ${base.file}: it must be there exactly once.`
    return { edit: name, message: error.message, fix }
  }
}

/** An edit in another style: the same mistake in a right answer that its author didn’t write it for. */
export interface StyledAnswer {
  /** The edit’s name. */
  readonly name: string
  /** The file of the right answer: `right/loops.ts`. */
  readonly style: string
  readonly source: string
  readonly expectedIds: readonly string[]
}

/**
 * Each edit in every right answer, other than its own, that holds each of its texts exactly once.
 *
 * @param styles  the right answers, the solution among them
 */
export function tryInEveryStyle(answers: readonly WrongAnswer[], styles: readonly EditBase[]): readonly StyledAnswer[] {
  return answers.flatMap(({ name, expectedIds = [], edited }) =>
    edited
      ? styles
          .filter((style) => style.file !== edited.base && canApplyEdit(style, edited.edit))
          .map((style) => ({ name, style: style.file, source: applyEdit(style, edited.edit), expectedIds }))
      : [],
  )
}

/** The answers that an edit may change, by name: `solution`, `right/loops`, `wrong/another-style`. */
async function readBases(folder: string): Promise<ReadonlyMap<string, EditBase>> {
  const [right, wrong] = await Promise.all([listAnswers(folder, 'right'), listAnswers(folder, 'wrong')])
  const files = ['solution.ts', ...right.map((name) => `right/${name}`), ...wrong.map((name) => `wrong/${name}`)]
  const bases = files
    .filter((file) => existsSync(path.join(folder, file)))
    .map(
      async (file) => [file.replace(/\.ts$/, ''), { file, source: await readSource(path.join(folder, file)) }] as const,
    )
  return new Map(await Promise.all(bases))
}

/** Loads `wrong.ts` again where it changed; undefined where an exercise has none. */
export async function importWrongModule(folder: string): Promise<WrongModule | undefined> {
  const file = path.join(folder, WRONG_FILE)
  if (!existsSync(file)) return undefined
  const url = `${pathToFileURL(file).href}?changed=${statSync(file).mtimeMs}`
  // Node loads it as it is: it belongs to no bundle
  return WrongModule.parse(await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ url))
}
