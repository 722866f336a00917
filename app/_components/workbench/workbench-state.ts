import type { BrowserVerdict, Verdict } from '#lib/grading/verdict.ts'
import { NO_RUNS, type RunLog } from './run-log.ts'

/** What the server says of the answer that is shown. */
export type ServerStatus =
  /** Nothing was graded, so nothing was sent. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'confirmed' }
  /** It judged otherwise; what is shown is its verdict. */
  | { readonly kind: 'overruled' }
  /** No answer yet. `line` if the device is connected and the server is silent; not `isStored` if only this page has it. */
  | { readonly kind: 'offline'; readonly line: boolean; readonly isStored: boolean }
  /** It is there and could not grade yet; we ask again. */
  | { readonly kind: 'busy'; readonly reason?: string }
  | { readonly kind: 'refused'; readonly message: string }

/** What stands on the right page. */
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
  readonly kind: 'judged'
  readonly run: number
  readonly verdict: BrowserVerdict
  readonly word: ServerStatus
  /** The text that was judged. */
  readonly source: string
  /** What earlier runs left. */
  readonly before: RunLog
  /** Milliseconds since the first run. */
  readonly sinceFirst: number
}

export interface WorkbenchState {
  readonly page: Page
  /** The run that is under way; `slow` after 400 ms. */
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
  /** The server judged the answer of a run; `verdict` absent where it only changed its word. */
  | { readonly kind: 'server'; readonly run: number; readonly word: ServerStatus }
  | {
      readonly kind: 'server-verdict'
      readonly run: number
      readonly verdict: Verdict
      readonly source: string
      readonly now: number
    }
  | { readonly kind: 'hint' }
  | { readonly kind: 'gave-up' }

/** How a workbench goes from one state to the next. Events of a run that was stopped change nothing. */
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
      return running?.run === event.run ? applyVerdict(state, event, event.verdict, firstWord(event.verdict)) : state
    case 'broke': {
      if (running?.run !== event.run) return state
      return { page: { kind: 'our-fault', run: event.run, message: event.message, isOffline: event.isOffline }, log }
    }
    case 'server':
      return page.kind === 'judged' && page.run === event.run
        ? { ...state, page: { ...page, word: event.word } }
        : state
    case 'server-verdict':
      return afterServer(state, event)
    case 'hint':
      return { ...state, log: { ...log, hints: log.hints + 1 } }
    case 'gave-up':
      return { ...state, log: { ...log, gaveUp: true } }
  }
}

const firstWord = (verdict: Verdict): ServerStatus => ({
  kind: verdict.outcome === 'did-not-run' ? 'not-asked' : 'checking',
})

function afterServer(state: WorkbenchState, event: WorkbenchEvent & { kind: 'server-verdict' }): WorkbenchState {
  const { page } = state
  const passed = event.verdict.outcome === 'passed'
  const log = passed ? { ...state.log, passed } : state.log
  const bare = { traces: [], console: { lines: [], dropped: 0 }, ms: 0 }
  // this browser could not grade, the server could
  if (page.kind === 'our-fault' && page.run === event.run) {
    const verdict = { ...event.verdict, ...bare }
    return applyVerdict({ ...state, log, running: { run: event.run, slow: false } }, event, verdict, {
      kind: 'confirmed',
    })
  }
  if (page.kind !== 'judged' || page.run !== event.run) return { ...state, log }
  const ours = page.verdict
  const agree = ours.outcome === event.verdict.outcome
  const word: ServerStatus = { kind: agree ? 'confirmed' : 'overruled' }
  const verdict = agree ? ours : { ...event.verdict, ...bare, console: ours.console, ms: ours.ms }
  return { ...state, log: remember(log, event.run, verdict), page: { ...page, verdict, word } }
}

function applyVerdict(
  { log }: WorkbenchState,
  event: { readonly run: number; readonly source: string; readonly now: number },
  verdict: BrowserVerdict,
  word: ServerStatus,
): WorkbenchState {
  const sinceFirst = event.now - (log.firstAt ?? event.now)
  const page: GradedRun = {
    kind: 'judged',
    run: event.run,
    verdict,
    word,
    source: event.source,
    before: log,
    sinceFirst,
  }
  return { page, log: remember(log, event.run, verdict) }
}

function remember(log: RunLog, run: number, verdict: Verdict): RunLog {
  const [mistake] = verdict.misconceptions
  return mistake ? { ...log, mistake: { run, headline: mistake.headline } } : log
}
