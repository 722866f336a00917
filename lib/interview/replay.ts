import type { CodingRoundResult, Draft, Event, Tick } from './event.ts'
import type { StepOutcome } from './next-step.ts'
import { lengthMs, type Plan } from './plan.ts'

/** A step that is over. */
export interface DoneStep extends StepOutcome {
  /** What was said, or was in the answer box when it was skipped. */
  readonly text: string
  readonly spokenMs: number
  /** What it took, in milliseconds of the interview's clock. */
  readonly ms: number
  /** The learner's own word on a point, by its index. */
  readonly corrected: ReadonlyMap<number, boolean>
  readonly coded?: CodingRoundResult
}

/** An interview as far as it has come. */
export interface Interview {
  readonly done: readonly DoneStep[]
  /** What is asked now; null when it is over. */
  readonly now: string | null
  /** The clock's reading at the last event, in milliseconds. */
  readonly clock: number
  /** Whether the learner ended it before its end. */
  readonly stopped: boolean
}

/** What a log of events, in their order, makes of an interview. */
export function replay(events: readonly Event[]): Interview {
  let at: Interview = { done: [], now: '0', clock: 0, stopped: false }
  for (const event of events) at = applyEvent(at, event)
  return at
}

function applyEvent(at: Interview, event: Event): Interview {
  if (event.kind === 'corrected') return { ...at, done: at.done.map((doneStep) => applyCorrection(doneStep, event)) }
  const clock = Math.max(at.clock, event.clock)
  const { step, next: now } = event
  const base = { step, ms: clock - at.clock, corrected: new Map<number, boolean>(), ticks: NONE, text: '', spokenMs: 0 }
  const moved = (step: DoneStep) => ({ ...at, done: [...at.done, step], now, clock })
  switch (event.kind) {
    case 'answered': {
      const { text, spokenMs, ticks } = event
      return moved({ ...base, outcome: 'answered', text, spokenMs, ticks })
    }
    case 'skipped':
      return moved({ ...base, outcome: 'skipped', text: event.text })
    case 'coded':
      return moved({ ...base, outcome: 'coded', coded: event.coded })
    case 'stopped': {
      const { text, ticks } = event
      const unfinished = text.trim() === '' ? at : moved({ ...base, outcome: 'answered', text, ticks })
      return { ...unfinished, now: null, clock, stopped: true }
    }
  }
}
const NONE: readonly Tick[] = []

function applyCorrection(step: DoneStep, event: Event & { kind: 'corrected' }): DoneStep {
  if (step.step !== event.step) return step
  return { ...step, corrected: new Map([...step.corrected, [event.point, event.said]]) }
}

/** Where an interrupted interview continues: the clock as it was read last, and what was in the answer box. */
export function resumeFromDraft(
  interview: Interview,
  draft: Draft | undefined,
): { readonly clock: number; readonly text: string; readonly spokenMs: number } {
  if (!draft) return { clock: interview.clock, text: '', spokenMs: 0 }
  const clock = Math.max(interview.clock, draft.clock)
  return draft.step === interview.now
    ? { clock, text: draft.text, spokenMs: draft.spokenMs }
    : { clock, text: '', spokenMs: 0 }
}

/** What is left of an interview, in milliseconds. */
export const leftMs = (plan: Plan, clock: number): number => Math.max(0, lengthMs(plan) - clock)
