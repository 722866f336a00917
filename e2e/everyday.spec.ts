import path from 'node:path'
import { expect, test } from '@playwright/test'
import { exercisePlaces, findPlace } from '../lib/authoring/grade-exercises.ts'
import { confirmLimits } from '../lib/sandbox/browser/confirm-limits.ts'
import { everydayPrograms } from '../lib/sandbox/everyday/corpus.ts'
import { filling } from '../lib/sandbox/everyday/filling.ts'
import { gradeSource, type Open } from '../lib/sandbox/grade-source.ts'
import { QuickJsSandbox } from '../lib/sandbox/quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '../lib/sandbox/server/engine.ts'
import { locateExercise } from '../lib/sandbox/server/locate.ts'
import { FramePage } from './hostile-frame.ts'

const SECONDS = 30

for (const [name, programs] of [
  ['everyday', everydayPrograms],
  ['that fill the memory', filling],
] as const)
  test(`in the browser, ${programs.length} answers (${name}) get the server’s verdict in the same words`, async ({
    page,
  }) => {
    test.setTimeout(300_000)
    const places = await exercisePlaces(path.resolve('content/lessons'))
    const frame = await FramePage.open(page)
    const quickJs = await QuickJsSandbox.boot(loadQuickJs())
    const onServer: Open = (compiled) => quickJs.open(compiled, SECONDS)
    /** Runs in the frame, and asks QuickJS about memory and limits, as the page’s worker does. */
    const inFrame: Open = async (compiled) => ({
      ...confirmLimits(await frame.session(compiled), () => quickJs.open(compiled, SECONDS)),
      async measureMemory(scripts, look) {
        const counting = await quickJs.open(compiled, SECONDS)
        const run = await counting.measureMemory?.(scripts, look)
        counting.close()
        if (!run) throw new Error('QuickJS does not count')
        return run
      },
    })
    for (const { name, exercise: id, source } of programs) {
      const exercise = await locateExercise(findPlace(places, id).lesson, id)
      const inBrowser = await gradeSource(exercise, source, 7, inFrame)
      const expected = await gradeSource(exercise, source, 7, onServer)
      // how often `sort` calls its comparator is the engine’s own affair
      expect.soft({ ...inBrowser, work: 0 }, name).toEqual({ ...expected, work: 0 })
    }
  })
