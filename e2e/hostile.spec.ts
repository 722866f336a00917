import path from 'node:path'
import { expect, test } from '@playwright/test'
import { loadExercise } from '#lib/course/load-exercise.ts'
import { findExerciseLocation, listExerciseLocations } from '../lib/authoring/grade-exercises.ts'
import { gradeSource, type OpenSession } from '../lib/sandbox/grade-source.ts'
import type { Attack } from '../lib/sandbox/hostile/attack.ts'
import { corpus } from '../lib/sandbox/hostile/corpus.ts'
import { hostilePrograms } from '../lib/sandbox/hostile/programs.ts'
import { QuickJsSandbox } from '../lib/sandbox/quickjs/quickjs-sandbox.ts'
import { loadQuickJs } from '../lib/sandbox/server/engine.ts'
import { FramePage, findSandboxFrame } from './hostile-frame.ts'
import { answer, Workbench } from './workbench.ts'

const good = answer('causal-mask', 'causal-attention', 'solution.ts')
const groups = Map.groupBy(corpus, ({ name }) => name.split(':', 1)[0] ?? '')

function findAttack(name: string): Attack {
  const attack = corpus.find((candidate) => candidate.name === name)
  if (!attack) throw new Error(`The corpus has no attack “${name}”`)
  return attack
}

for (const [name, attacks] of groups)
  test(`in the browser, of ${attacks.length} attacks (${name}) none passes, and after each the next answer is judged rightly`, async ({
    page,
  }) => {
    test.setTimeout(180_000 + attacks.length * 10_000)
    const exercise = await loadExercise('causal-mask', 'causal-attention')
    const frame = await FramePage.open(page)
    for (const attack of attacks) {
      const judge = (source: string, seed: number) => gradeSource(exercise, source, seed, frame.session)
      const verdict = await judge(attack.source, 11)
      expect.soft(verdict.outcome, attack.name).toMatch(/^(failed|did-not-run)$/)
      expect.soft((await judge(good, 12)).outcome, `after ${attack.name}`).toBe('passed')
    }
  })

test(`in the browser, of ${hostilePrograms.length} programs that try to pass without the work none passes`, async ({
  page,
}) => {
  test.setTimeout(180_000 + hostilePrograms.length * 10_000)
  const locations = await listExerciseLocations(path.resolve('content/lessons'))
  const frame = await FramePage.open(page)
  const quickJs = await QuickJsSandbox.boot(loadQuickJs())
  /** Runs in the frame, but measures memory in QuickJS, as the page’s worker does. */
  const open: OpenSession = async (compiled) => ({
    ...(await frame.session(compiled)),
    async measureMemory(scripts, sampling) {
      const counting = await quickJs.open(compiled, 30)
      const run = await counting.measureMemory?.(scripts, sampling)
      counting.close()
      if (!run) throw new Error('QuickJS does not count')
      return run
    },
  })
  for (const { name, exercise: id, source } of hostilePrograms) {
    const exercise = await loadExercise(findExerciseLocation(locations, id).lesson, id)
    const verdict = await gradeSource(exercise, source, 11, open)
    expect.soft(verdict.outcome, name).toMatch(/^(failed|did-not-run)$/)
  }
})

// what the workbench adds: it replaces the worker that hangs, and runs the next answer even after one was tampered with
test('in the workbench too, the next answer is judged rightly after one that hangs and one that tampers', async ({
  page,
}) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-attention', 'causalAttention')
  for (const [name, headline] of [
    ['endless in a built-in: backtracking', 'Your code took too long'],
    ['tampering: iterators', /^(You returned|Your code|The numbers)/],
  ] as const) {
    await workbench.try(findAttack(name).source, headline)
    await workbench.try(good, /^Passed\./)
  }
  await workbench.confirmed()
})

test('code that takes the frame’s process with it takes nothing else', async ({ page }) => {
  const workbench = await Workbench.open(page, 'causal-mask', 'causal-attention', 'causalAttention')
  const frame = await findSandboxFrame(page)
  // Playwright takes the frame's crash for the page's and would hear no more of it: past it, the page is there
  const past = await page.context().newCDPSession(page)
  const inPage = async (expression: string): Promise<unknown> =>
    (await past.send('Runtime.evaluate', { expression, returnByValue: true })).result.value
  for (const part of ['editor', 'verdict'] as const)
    await workbench[part].evaluate((element, id) => element.setAttribute('id', id), part)
  const headline = () => inPage(`document.querySelector('#verdict h3')?.textContent ?? ''`)
  const process = await page.context().newCDPSession(frame)
  await workbench.write(findAttack('endless in a built-in: backtracking').source)
  await workbench.run()
  process.send('Page.crash').catch(() => {})
  // a frame that is lost looks like one that ran out of memory; QuickJS, once it is loaded, finds that the code hangs
  await expect.poll(headline).toMatch(/^Your code (took too long|ran out of memory)$/)
  await inPage(`document.querySelector('#editor .cm-content').focus(); document.execCommand('selectAll')`)
  await past.send('Input.insertText', { text: good })
  await inPage(`[...document.querySelectorAll('#editor button')].find((it) => /^Run/.test(it.textContent)).click()`)
  await expect.poll(headline).toMatch(/^Passed\./)
})
