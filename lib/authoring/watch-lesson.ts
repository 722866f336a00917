import { watch } from 'node:fs'
import path from 'node:path'
import { checkLesson } from './check-lesson.ts'
import { courseFiles } from './course-files.ts'
import type { Finding } from './finding.ts'

/** What is known of a lesson at a moment while its author writes. */
export interface LessonState {
  readonly findings: readonly Finding[]
  /** Whether the answers beside its exercises are still being graded. */
  readonly checking: boolean
  /** From the save to these findings, in milliseconds; absent for the first look. */
  readonly afterSave?: number
}

/** Editors write a file in several steps. */
const SETTLE_MS = 60

/**
 * Checks a lesson now and after each save of anything in content/, until it is ended: what needs no answer to be run at
 * once, then its exercises.
 *
 * @param root  the project's folder
 * @returns what ends it
 */
export function watchLesson(root: string, slug: string, tell: (state: LessonState) => void): () => void {
  let latest = 0
  let soon: NodeJS.Timeout | undefined
  const look = async (savedAt?: number) => {
    const mine = ++latest
    const say = (findings: readonly Finding[], checking: boolean) => {
      const afterSave = savedAt === undefined ? {} : { afterSave: Math.round(performance.now() - savedAt) }
      if (mine === latest) tell({ findings, checking, ...afterSave })
    }
    try {
      say(await checkLesson(await courseFiles(root, [slug]), slug), false)
    } catch (error) {
      say([broke(slug, error)], false)
    }
  }
  const watcher = watch(path.join(root, 'content'), { recursive: true, persistent: false }, () => {
    const savedAt = performance.now()
    clearTimeout(soon)
    soon = setTimeout(() => void look(savedAt), SETTLE_MS)
  })
  void look()
  return () => {
    latest++
    clearTimeout(soon)
    watcher.close()
  }
}

/** The checks themselves failed: said on the page, since nobody reads the server’s terminal while writing. */
const broke = (lesson: string, error: unknown): Finding => ({
  lesson,
  file: `content/lessons/${lesson}/lesson.mdx`,
  line: 1,
  column: 1,
  level: 'error',
  rule: 'check-failed',
  what: `The check stopped: ${error instanceof Error ? error.message : error}`,
  mend: 'Run npm run lesson:check in a terminal: it says more.',
})
