import { describe, expect, test } from 'vitest'
import type { BrowserVerdict } from '#lib/grading/verdict.ts'
import { START, type WorkbenchEvent, type WorkbenchState, workbenchReducer } from './workbench-state.ts'

const verdict = (outcome: BrowserVerdict['outcome'], headline: string = outcome): BrowserVerdict => ({
  outcome,
  exercise: 'e',
  seed: 1,
  grader: '1',
  headline,
  checks: [],
  misconceptions: outcome === 'failed' ? [{ id: 'm', headline: 'The future still gets weight', say: 'Say.' }] : [],
  tolerance: { atol: 1e-6, rtol: 1e-6 },
  inputs: { worked: 1, random: 1, special: 1 },
  work: 1,
  traces: [],
  console: { lines: ['here'], dropped: 0 },
  ms: 20,
})
const graded = (run: number, v: BrowserVerdict): WorkbenchEvent => ({
  kind: 'graded',
  run,
  verdict: v,
  source: 's',
  now: 90,
})
const server = (run: number, v: BrowserVerdict): WorkbenchEvent => ({
  kind: 'server-verdict',
  run,
  verdict: v,
  source: 's',
  now: 99,
})
const stateAfter = (...events: WorkbenchEvent[]): WorkbenchState => events.reduce(workbenchReducer, START)
const run = (n: number): WorkbenchEvent => ({ kind: 'run', run: n, now: 10 })

describe('a workbench', () => {
  test('keeps the last verdict in sight while the next run is under way', () => {
    const state = stateAfter(run(1), graded(1, verdict('failed')), run(2))
    expect(state.page).toMatchObject({ kind: 'graded', run: 1 })
    expect(state.running).toEqual({ run: 2, slow: false })
  })

  test('takes no verdict of a run that was stopped', () => {
    const state = stateAfter(run(1), run(2), graded(1, verdict('passed')))
    expect(state.page).toEqual({ kind: 'empty' })
    expect(state.running?.run).toBe(2)
  })

  test('waits for the server before it says confirmed', () => {
    const checking = stateAfter(run(1), graded(1, verdict('passed')))
    expect(checking.page).toMatchObject({ serverStatus: { kind: 'checking' } })
    expect(checking.log.passed).toBe(false)
    const confirmed = workbenchReducer(checking, server(1, verdict('passed')))
    expect(confirmed.page).toMatchObject({ serverStatus: { kind: 'confirmed' } })
    expect(confirmed.log.passed).toBe(true)
  })

  test('shows the server’s verdict where it disagrees', () => {
    const state = stateAfter(run(1), graded(1, verdict('passed')), server(1, verdict('failed', 'The server says no')))
    expect(state.page).toMatchObject({
      serverStatus: { kind: 'overruled' },
      verdict: { headline: 'The server says no', console: { lines: ['here'] } },
    })
    expect(state.log.passed).toBe(false)
  })

  test('keeps its own counterexample where the server agrees that it fails', () => {
    const state = stateAfter(run(1), graded(1, verdict('failed', 'ours')), server(1, verdict('failed', 'theirs')))
    expect(state.page).toMatchObject({ serverStatus: { kind: 'confirmed' }, verdict: { headline: 'ours' } })
  })

  test('shows the server’s verdict where this browser could not grade', () => {
    const state = stateAfter(
      run(1),
      { kind: 'broke', run: 1, message: 'no frame', isOffline: false },
      server(1, verdict('passed')),
    )
    expect(state.page).toMatchObject({ kind: 'graded', serverStatus: { kind: 'confirmed' } })
  })

  test('asks the server nothing where nothing was graded', () => {
    expect(stateAfter(run(1), graded(1, verdict('did-not-run'))).page).toMatchObject({
      serverStatus: { kind: 'not-asked' },
    })
  })

  test('marks an earlier run that the server confirms late as passed, and shows the newer one', () => {
    const state = stateAfter(
      run(1),
      graded(1, verdict('passed')),
      run(2),
      graded(2, verdict('failed')),
      server(1, verdict('passed')),
    )
    expect(state.log.passed).toBe(true)
    expect(state.page).toMatchObject({ run: 2, serverStatus: { kind: 'checking' } })
  })

  test('remembers which run showed the last misunderstanding', () => {
    const state = stateAfter(run(1), graded(1, verdict('failed')), run(2), graded(2, verdict('passed')))
    expect(state.page).toMatchObject({ previousLog: { mistake: { run: 1, headline: 'The future still gets weight' } } })
  })
})
