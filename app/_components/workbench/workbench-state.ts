import type { BrowserVerdict, Verdict } from '#lib/grading/verdict.ts'
import { NO_RUNS, type RunLog } from './run-log.ts'

/** Whether the server has graded the submission, and whether it agrees. */
export type ServerStatus =
  /** Nothing was graded, so nothing was sent. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'confirmed' }
  /** The server’s verdict differs from the browser’s. We show the server’s. */
  | { readonly kind: 'overruled' }
  /** Not sent yet. `isOnline` if the server doesn’t respond; not `isStored` if only this page has the code. */
  | { readonly kind: 'offline'; readonly isOnline: boolean; readonly isStored: boolean }
  /** The server responds but could not grade yet. We retry. */
  | { readonly kind: 'busy'; readonly reason?: string }
  | { readonly kind: 'refused'; readonly message: string }

/** What the verdict pane shows. */
export type Page =
  | { readonly kind: 'empty' }
  | GradedRun
  /** Neither this browser nor the server could grade. */
  | {
      readonly kind: 'our-fault'
      readonly run: number
      readonly message: string
      /** The browser was offline, so what the grader needs may not have loaded. */
      readonly isOffline: boolean
    }

/** A run that was graded. */
export interface GradedRun {
  readonly kind: 'graded'
  readonly run: number
  readonly verdict: BrowserVerdict
  readonly serverStatus: ServerStatus
  /** The code that was graded. */
  readonly source: string
  /** The log of earlier runs. */
  readonly previousLog: RunLog
  /** Milliseconds since the first run. */
  readonly sinceFirst: number
}

export interface WorkbenchState {
  readonly page: Page
  /** The current run; `slow` after 400 ms. */
  readonly running?: { readonly run: number; readonly slow: boolean; readonly inputs?: number }
  readonly log: RunLog
}
export const START: WorkbenchState = { page: { kind: 'empty' }, log: NO_RUNS }

export type WorkbenchEvent =
  | { readonly kind: 'remembered'; readonly log: RunLog }
  | { readonly kind: 'run'; readonly run: number; readonly now: number }
  | { readonly kind: 'slow'; readonly run: number }
  | { readonly kind: 'started'; readonly run: number; readonly inputs: number }
  | {
      readonly kind: 'graded'
      readonly run: number
      readonly verdict: BrowserVerdict
      readonly source: string
      readonly now: number
    }
  | { readonly kind: 'broke'; readonly run: number; readonly message: string; readonly isOffline: boolean }
  /** The server’s status for a run changed, without a verdict. */
  | { readonly kind: 'server'; readonly run: number; readonly serverStatus: ServerStatus }
  | {
      readonly kind: 'server-verdict'
      readonly run: number
      readonly verdict: Verdict
      readonly source: string
      readonly now: number
    }
  | { readonly kind: 'hint' }
  | { readonly kind: 'gave-up' }

/** Computes a workbench’s next state. Events of a stopped run change nothing. */
export function workbenchReducer(state: WorkbenchState, event: WorkbenchEvent): WorkbenchState {
  const { log, page, running } = state
  switch (event.kind) {
    case 'remembered':
      return { ...state, log: { ...event.log, runs: Math.max(log.runs, event.log.runs) } }
    case 'run':
      return {
        ...state,
        running: { run: event.run, slow: false },
        log: { ...log, runs: event.run, firstAt: log.firstAt ?? event.now },
      }
    case 'slow':
      return running?.run === event.run ? { ...state, running: { ...running, slow: true } } : state
    case 'started':
      return running?.run === event.run ? { ...state, running: { ...running, inputs: event.inputs } } : state
    case 'graded':
      return running?.run === event.run
        ? applyVerdict(state, event, event.verdict, initialServerStatus(event.verdict))
        : state
    case 'broke': {
      if (running?.run !== event.run) return state
      return { page: { kind: 'our-fault', run: event.run, message: event.message, isOffline: event.isOffline }, log }
    }
    case 'server':
      return page.kind === 'graded' && page.run === event.run
        ? { ...state, page: { ...page, serverStatus: event.serverStatus } }
        : state
    case 'server-verdict':
      return applyServerVerdict(state, event)
    case 'hint':
      return { ...state, log: { ...log, hints: log.hints + 1 } }
    case 'gave-up':
      return { ...state, log: { ...log, gaveUp: true } }
  }
}

const initialServerStatus = (verdict: Verdict): ServerStatus => ({
  kind: verdict.outcome === 'did-not-run' ? 'not-asked' : 'checking',
})

function applyServerVerdict(state: WorkbenchState, event: WorkbenchEvent & { kind: 'server-verdict' }): WorkbenchState {
  const { page } = state
  const passed = event.verdict.outcome === 'passed'
  const log = passed ? { ...state.log, passed } : state.log
  const noOutput = { traces: [], console: { lines: [], dropped: 0 }, ms: 0 }
  // the browser could not grade, but the server could
  if (page.kind === 'our-fault' && page.run === event.run) {
    const verdict = { ...event.verdict, ...noOutput }
    return applyVerdict({ ...state, log, running: { run: event.run, slow: false } }, event, verdict, {
      kind: 'confirmed',
    })
  }
  if (page.kind !== 'graded' || page.run !== event.run) return { ...state, log }
  const browserVerdict = page.verdict
  const agree = browserVerdict.outcome === event.verdict.outcome
  const serverStatus: ServerStatus = { kind: agree ? 'confirmed' : 'overruled' }
  const verdict = agree
    ? browserVerdict
    : { ...event.verdict, ...noOutput, console: browserVerdict.console, ms: browserVerdict.ms }
  return { ...state, log: remember(log, event.run, verdict), page: { ...page, verdict, serverStatus } }
}

function applyVerdict(
  { log }: WorkbenchState,
  event: { readonly run: number; readonly source: string; readonly now: number },
  verdict: BrowserVerdict,
  serverStatus: ServerStatus,
): WorkbenchState {
  const sinceFirst = event.now - (log.firstAt ?? event.now)
  const page: GradedRun = {
    kind: 'graded',
    run: event.run,
    verdict,
    serverStatus,
    source: event.source,
    previousLog: log,
    sinceFirst,
  }
  return { page, log: remember(log, event.run, verdict) }
}

function remember(log: RunLog, run: number, verdict: Verdict): RunLog {
  const [mistake] = verdict.misconceptions
  return mistake ? { ...log, mistake: { run, headline: mistake.headline } } : log
}
