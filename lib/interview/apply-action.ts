import type { Action, Event, Tick } from './event.ts'
import { findNextStep } from './next-step.ts'
import type { Plan } from './plan.ts'
import { replay } from './replay.ts'
import { findStep, type Point } from './step.ts'

/** Whoever finds the points of a question in an answer. */
export interface Matcher {
  match(
    /** `card` is the id of the card whose key points these are; absent for what follows from it. */
    subject: { readonly card?: string; readonly keyPoints: readonly Point[] },
    answer: string,
  ): readonly Tick[]
}

/**
 * What a learner's action makes of an interview: the event that is stored.
 *
 * @returns `late` when the interview has moved on from this step, in another tab or before
 */
export function applyAction(plan: Plan, events: readonly Event[], action: Action, matcher: Matcher): Event | 'late' {
  const at = replay(events)
  if (action.kind === 'corrected') {
    const points = at.done.some(({ step }) => step === action.step)
      ? findStep(plan, action.step)?.points.length
      : undefined
    return points !== undefined && action.point < points ? action : 'late'
  }
  if (action.step !== at.now) return 'late'
  const clock = Math.max(at.clock, action.clock)
  const { kind, id, step } = action
  const nextAfter = (outcome: 'answered' | 'skipped' | 'coded', ticks: readonly Tick[] = []) =>
    findNextStep(plan, [...at.done, { step, outcome, ticks }], clock)
  switch (kind) {
    case 'answered': {
      const { text, spokenMs } = action
      const ticks = matchKeyPoints(plan, step, text, matcher)
      return { kind, id, step, clock, text, spokenMs, ticks, next: nextAfter('answered', ticks) }
    }
    case 'skipped':
      return { kind, id, step, clock, text: action.text, next: nextAfter('skipped') }
    case 'coded':
      return { kind, id, step, clock, coded: action.coded, next: nextAfter('coded') }
    case 'stopped':
      return {
        kind,
        id,
        step,
        clock,
        text: action.text,
        ticks: matchKeyPoints(plan, step, action.text, matcher),
        next: null,
      }
  }
}

function matchKeyPoints(plan: Plan, id: string, text: string, matcher: Matcher): Tick[] {
  const step = findStep(plan, id)
  if (!step) return []
  const { points: keyPoints, question, depth } = step
  const subject = depth === 0 ? { card: question.card, keyPoints } : { keyPoints }
  return matcher.match(subject, text).map(({ index, phrase, start, end }) => ({ index, phrase, start, end }))
}
