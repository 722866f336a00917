import { describe, expect, test } from 'vitest'
import type { BrowserVerdict, Check } from '#lib/grading/verdict.ts'
import {
  describeCheckCount,
  describeForScreenReader,
  describeRun,
  describeWrongCell,
  headline,
  tolerancePower,
} from './verdict-text.ts'
import type { GradedRun, ServerStatus } from './workbench-state.ts'

const checks = (passed: number, all: number): Check[] =>
  Array.from({ length: all }, (_, i) => ({ id: 'random', name: `check ${i}`, passed: i < passed, message: '' }))

function gradedRun(
  change: Partial<BrowserVerdict>,
  serverStatus: ServerStatus = { kind: 'confirmed' },
  sinceFirst = 0,
): GradedRun {
  const verdict: BrowserVerdict = {
    outcome: 'failed',
    exercise: 'e',
    seed: 1,
    grader: '1',
    headline: 'The future still gets weight',
    checks: checks(3, 6),
    misconceptions: [],
    tolerance: { atol: 2e-6, rtol: 4e-6 },
    inputs: { worked: 1, random: 1, special: 1 },
    work: 1,
    traces: [],
    console: { lines: [], dropped: 0 },
    ms: 1,
    ...change,
  }
  const previousLog = { runs: 5, hints: 0, passed: false, gaveUp: false }
  return { kind: 'graded', run: 5, verdict, serverStatus, source: '', previousLog, sinceFirst }
}

describe('the line under the headline', () => {
  test('counts the checks and says who confirmed it', () => {
    expect(describeRun(gradedRun({}))).toBe('Not yet: 3 of 6 checks pass. Confirmed by the server.')
  })
  test('gives the run and the time when all pass', () => {
    const passed = gradedRun({ outcome: 'passed', checks: checks(6, 6) }, { kind: 'confirmed' }, 14 * 60_000)
    expect(describeRun(passed)).toBe('All 6 checks pass, in the browser and on the server. Run 5, 14 minutes.')
  })
  test('does not promise what the server has not said', () => {
    const passed = gradedRun({ outcome: 'passed', checks: checks(6, 6) }, { kind: 'checking' })
    expect(describeRun(passed)).toBe('All 6 checks pass. Passed here, the server is checking.')
  })
  test('names the place where code did not compile', () => {
    const broken = gradedRun({
      outcome: 'did-not-run',
      checks: [],
      problem: { kind: 'compile', message: 'x', place: { line: 12, column: 31 } },
    })
    expect(describeRun(broken)).toBe('Line 12, column 31')
  })
  test('names the steps of a loop that does not end', () => {
    const endless = gradedRun({
      problem: { kind: 'endless', line: 9, recursion: false, steps: 2_000_000, input: '' },
      checks: [],
    })
    expect(describeRun(endless)).toBe('Stopped after 2,000,000 steps. Confirmed by the server.')
  })
})

describe('words of a verdict', () => {
  test('count one check and none in the singular', () => {
    expect(describeCheckCount(checks(1, 6))).toBe('Not yet: 1 of 6 checks passes.')
    expect(describeCheckCount(checks(0, 5))).toBe('0 of 5 checks pass.')
  })
  test('say of an answer that passed without a line that it is not confirmed', () => {
    expect(headline(gradedRun({ outcome: 'passed' }, { kind: 'offline', isOnline: false, isStored: true }))).toBe(
      'Passed here, not yet confirmed',
    )
    expect(headline(gradedRun({}, { kind: 'offline', isOnline: false, isStored: true }))).toBe(
      'The future still gets weight',
    )
    expect(describeRun(gradedRun({}, { kind: 'offline', isOnline: false, isStored: true }))).toContain(
      'You’re offline. We’ll submit it when you’re online again.',
    )
    expect(describeRun(gradedRun({}, { kind: 'offline', isOnline: true, isStored: true }))).toContain(
      'The server isn’t responding.',
    )
  })
  test('say why the server asks to wait, where it gives a reason', () => {
    const reason = 'Many people have just started from your network.'
    expect(describeRun(gradedRun({}, { kind: 'busy', reason }))).toContain(`${reason} We’ll retry automatically.`)
    expect(describeRun(gradedRun({}, { kind: 'busy' }))).toContain('which is our fault. We’ll retry automatically.')
  })
  test('name the first wrong cell with a true minus', () => {
    expect(describeWrongCell({ step: 'masked', row: 0, column: 1, yours: -0.5, expected: '-Infinity' })).toEqual({
      where: 'First wrong cell: masked, row 0, column 1.',
      what: 'Yours is −0.5, expected −∞.',
    })
  })
  test('are spoken without marks, one sentence after the other', () => {
    const announcement = describeForScreenReader(
      gradedRun({ misconceptions: [{ id: 'm', headline: 'h', say: 'You gave `masked` scores the value 0.' }] }),
    )
    expect(announcement).toBe(
      'The future still gets weight. Not yet: 3 of 6 checks pass. Confirmed by the server. You gave masked scores the value 0.',
    )
  })
  test('give the tolerance as a power of ten', () => {
    expect(tolerancePower(2e-6)).toEqual({ factor: 2, exponent: -6 })
    expect(tolerancePower(1e-6)).toEqual({ factor: 1, exponent: -6 })
  })
})
