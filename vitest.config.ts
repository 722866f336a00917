import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const ALL = ['{lib,content,app,prisma}/**/*.test.{ts,tsx}']
/** Folders whose modules keep no state: their tests share a process, which halves their time. */
const PURE = ['lib/{attention,grading,review,interview,matcher,conformance,language-model}/**/*.test.ts']
/** Files that take longest. A fresh clone has no record of durations. */
const SLOW_FILES = ['every-exercise.test.ts', 'pool-hostile.test.ts', 'check-lesson.test.ts', 'programs.test.ts']

/** Starts the longest files first, so that no core waits for one of them at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = SLOW_FILES.findIndex((name) => moduleId.endsWith(`/${name}`))
      return index === -1 ? SLOW_FILES.length : index
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  resolve: { alias: { 'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)) } },
  test: {
    // Vitest leaves one core free by default, which on two cores is half of them
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    // the same stack as a grader thread (see spawnWorker)
    execArgv: ['--stack-size=3900'],
    // a test ends when it has its answer; on a busy machine that takes longer
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'isolated', include: ALL, exclude: ['node_modules/**', ...PURE] } },
    ],
  },
})
