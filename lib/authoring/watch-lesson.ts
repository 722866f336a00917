import path from 'node:path'
import { watchTree } from '#lib/sandbox/server/watch-tree.ts'
import { checkLessons } from './check-lessons.ts'
import { TYPE_RULE } from './check-types.ts'
import type { Diagnostic } from './finding.ts'

/** The state of a lesson's checks at a moment while its author writes. */
export interface LessonState {
  readonly findings: readonly Diagnostic[]
  /** Whether the answers of its exercises are still being graded. */
  readonly checking: boolean
  /** From the save to these findings, in milliseconds; absent for the first look. */
  readonly afterSave?: number
}

/** Editors write a file in several steps. */
const SETTLE_MS = 60

/**
 * Checks a lesson now and after each save of anything in content/, until it is ended: what needs no answer to be run at
 * once; then its exercises, where what was saved may change them.
 *
 * @param root  the project's folder
 * @returns what ends it
 */
export function watchLesson(root: string, slug: string, onState: (state: LessonState) => void): () => void {
  let running = new AbortController()
  let soon: NodeJS.Timeout | undefined
  /** Of the last time that answers were run; undefined while that is to be done. */
  let ofAnswers: readonly Diagnostic[] | undefined
  /** What the type checker said last: it is slower than a look at the text, and what it says is valid until it is done. */
  let ofTypes: readonly Diagnostic[] = []
  const checkLesson = async (savedAt?: number) => {
    running.abort()
    const mine = new AbortController()
    running = mine
    const findings: Diagnostic[] = []
    const publish = (findings: readonly Diagnostic[], checking: boolean) => {
      const afterSave = savedAt === undefined ? {} : { afterSave: Math.round(performance.now() - savedAt) }
      if (!mine.signal.aborted) onState({ findings, checking, ...afterSave })
    }
    let read: number | undefined
    const rest = () => findings.slice(read ?? findings.length)
    const onProgress = () => {
      read ??= findings.length
      const types = rest().length > 0 ? typesIn(rest()) : ofTypes
      publish([...findings.slice(0, read), ...types, ...(ofAnswers ?? answersIn(rest()))], true)
    }
    try {
      const exercises = ofAnswers === undefined
      const options = { slugs: [slug], exercises, signal: mine.signal, onProgress, textFirst: true }
      for await (const finding of checkLessons(root, options)) findings.push(finding)
      if (mine.signal.aborted) return
      ofTypes = typesIn(rest())
      if (exercises) ofAnswers = answersIn(rest())
      publish([...findings.slice(0, read), ...ofTypes, ...(ofAnswers ?? [])], false)
    } catch (error) {
      publish([broke(slug, error)], false)
    }
  }
  const stopping = watchTree(path.join(root, 'content'), (file) => {
    const savedAt = performance.now()
    if (changesAnswers(file, slug)) ofAnswers = undefined
    clearTimeout(soon)
    soon = setTimeout(() => void checkLesson(savedAt), SETTLE_MS)
  })
  // the first look comes once changes are noticed, so that no save falls between
  stopping.then(
    () => checkLesson(),
    (error) => onState({ findings: [broke(slug, error)], checking: false }),
  )
  return () => {
    running.abort()
    clearTimeout(soon)
    stopping.then(
      (stop) => stop(),
      () => {},
    )
  }
}

const typesIn = (findings: readonly Diagnostic[]) => findings.filter(({ rule }) => rule === TYPE_RULE)
const answersIn = (findings: readonly Diagnostic[]) => findings.filter(({ rule }) => rule !== TYPE_RULE)

/** Text, cards and figures change no verdict; any other code of the lesson may. */
const changesAnswers = (file: string, slug: string): boolean => {
  const [folder, lesson, ...inLesson] = file.split(path.sep)
  if (folder !== 'lessons' || lesson !== slug) return false
  return inLesson[0] !== 'figures' && inLesson[0] !== 'cards.ts' && /\.ts$/.test(file)
}

/** The checks themselves failed: said on the page, since nobody reads the server’s terminal while writing. */
const broke = (lesson: string, error: unknown): Diagnostic => ({
  lesson,
  file: `content/lessons/${lesson}/lesson.mdx`,
  line: 1,
  column: 1,
  level: 'error',
  rule: 'check-failed',
  message: `The check stopped: ${error instanceof Error ? error.message : error}`,
  fix: 'Run npm run lesson:check in a terminal for details.',
})
