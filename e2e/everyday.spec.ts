import path from 'node:path'
import { expect, test } from '@playwright/test'
import { loadExercise } from '#lib/course/load-exercise.ts'
import { findExerciseLocation, listExerciseLocations } from '../lib/authoring/grade-exercises.ts'
import { confirmLimits } from '../lib/sandbox/browser/confirm-limits.ts'
import { everydayPrograms } from '../lib/sandbox/everyday/corpus.ts'
import { filling } from '../lib/sandbox/everyday/filling.ts'
import type { EverydayProgram } from '../lib/sandbox/everyday/program.ts'
import { gradeSource, type OpenSession } from '../lib/sandbox/grade-source.ts'
import { QuickJsSandbox } from '../lib/sandbox/quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '../lib/sandbox/server/engine.ts'
import { session } from '../lib/sandbox/session.ts'
import { v8Realm } from '../lib/sandbox/v8-realm.ts'
import { FramePage } from './hostile-frame.ts'

const SECONDS = 110

async function expectSameVerdicts(
  programs: readonly EverydayProgram[],
  inFrame: OpenSession,
  expected: OpenSession,
): Promise<void> {
  const locations = await listExerciseLocations(path.resolve('content/lessons'))
  for (const { name, exercise: id, source } of programs) {
    const exercise = await loadExercise(findExerciseLocation(locations, id).lesson, id)
    const inBrowser = await gradeSource(exercise, source, 7, inFrame)
    const elsewhere = await gradeSource(exercise, source, 7, expected)
    // how deep unnamed calls may be is the engine’s own affair
    expect.soft({ ...inBrowser, work: 0 }, name).toEqual({ ...elsewhere, work: 0 })
  }
}

// everyday.test.ts compares Node’s V8 with QuickJS; here it stands for both, because Playwright’s stack is too small for
// QuickJS’s deepest recursion
test(`in the browser, ${everydayPrograms.length} everyday answers get the verdict that they get elsewhere`, async ({
  page,
}) => {
  test.setTimeout(300_000)
  const frame = await FramePage.open(page)
  const quickJs = await QuickJsSandbox.boot(loadQuickJs())
  const inV8: OpenSession = async (compiled) => session(compiled, v8Realm())
  const inFrame: OpenSession = async (compiled) =>
    confirmLimits(await frame.session(compiled), compiled, () => quickJs.open(compiled, SECONDS))
  await expectSameVerdicts(everydayPrograms, withMemory(quickJs, inFrame), withMemory(quickJs, inV8))
})

test(`in the browser, ${filling.length} answers that fill the memory get the server’s verdict`, async ({ page }) => {
  test.setTimeout(300_000)
  const frame = await FramePage.open(page)
  const quickJs = await QuickJsSandbox.boot(loadQuickJs())
  const onServer: OpenSession = (compiled) => quickJs.open(compiled, SECONDS)
  const inFrame: OpenSession = async (compiled) =>
    confirmLimits(await frame.session(compiled), compiled, () => quickJs.open(compiled, SECONDS))
  await expectSameVerdicts(filling, inFrame, onServer)
})

/** Measures memory in QuickJS, as the page’s worker does. */
const withMemory =
  (quickJs: QuickJsSandbox, open: OpenSession): OpenSession =>
  async (compiled) => ({
    ...(await open(compiled)),
    async measureMemory(scripts, sampling) {
      const counting = await quickJs.open(compiled, SECONDS)
      const run = await counting.measureMemory?.(scripts, sampling)
      counting.close()
      if (!run) throw new Error('QuickJS does not count')
      return run
    },
  })
