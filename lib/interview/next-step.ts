import type { Tick } from './event.ts'
import { lengthMs, type Plan, type Question, slotMs, talkMs } from './plan.ts'
import { findStep, followUpAt } from './step.ts'

/** What has been asked and how it was met, in order. */
export interface StepOutcome {
  readonly step: string
  readonly outcome: 'answered' | 'skipped' | 'coded'
  readonly ticks: readonly Tick[]
}

/** The least time for a follow-up, and for a question of the plan, in milliseconds. */
const FOLLOW_UP = 45_000
const QUESTION = 30_000
const MAX_FOLLOW_UPS = 3

/**
 * What is asked next, when the clock reads this. What an answer left out chooses the follow-up; then come the next
 * question and, at its time, the coding round. Nothing begins that the time does not allow.
 *
 * @returns a step's id; null when the interview is over
 */
export function findNextStep(plan: Plan, outcomes: readonly StepOutcome[], clock: number): string | null {
  const last = outcomes.at(-1)
  if (!last) return '0'
  if (last.step === 'coding') return null
  const at = Number(last.step.split('.')[0])
  const question = plan.questions[at]
  const remainingMs = talkMs(plan) - clock
  const behind = clock - (at + 1) * slotMs(plan) // of the plan, in milliseconds
  if (question && last.outcome === 'answered' && remainingMs >= FOLLOW_UP && behind < slotMs(plan) / 3 - QUESTION) {
    const path = findNextFollowUp(
      question,
      outcomes.filter(({ step }) => step.split('.')[0] === `${at}`),
    )
    if (path) return [at, ...path].join('.')
  }
  if (plan.questions[at + 1] && remainingMs >= QUESTION) return `${at + 1}`
  return plan.coding && clock < lengthMs(plan) ? 'coding' : null
}

/** The path of the follow-up that a person would ask now, if there is one. */
function findNextFollowUp(question: Question, outcomes: readonly StepOutcome[]): readonly number[] | undefined {
  const [main] = outcomes
  const askedFollowUps = outcomes.length - 1
  if (!main || askedFollowUps >= MAX_FOLLOW_UPS) return undefined
  const askedSteps = new Set(outcomes.map(({ step }) => step))
  const missedPoints = listMissedIds(question, main.ticks)
  const isMissed = (whenMissing: string | undefined) => whenMissing === undefined || missedPoints.includes(whenMissing)
  const prefix = main.step
  const isUnasked = (path: readonly number[]) => !askedSteps.has([prefix, ...path].join('.'))

  const here = parsePath(outcomes.at(-1)?.step ?? prefix)
  if (here.length > 0) {
    const deeper = followUpAt(question, here)?.followUps ?? []
    const i = deeper.findIndex(({ whenMissing }, i) => isMissed(whenMissing) && isUnasked([...here, i]))
    if (i >= 0) return [...here, i]
  }
  // what was left out first asks first
  for (const id of missedPoints) {
    const i = question.followUps.findIndex(({ whenMissing }, i) => whenMissing === id && isUnasked([i]))
    if (i >= 0) return [i]
  }
  const open = question.followUps.findIndex(({ whenMissing }, i) => whenMissing === undefined && isUnasked([i]))
  if (open >= 0) return [open]
  // nothing is left to ask for: what would follow from a good answer to the first follow-up
  const further = question.followUps.findIndex(({ followUps = [] }) => followUps.length > 0)
  return missedPoints.length === 0 && askedFollowUps === 0 && further >= 0 ? [further, 0] : undefined
}

const parsePath = (step: string): number[] => step.split('.').slice(1).map(Number)

function listMissedIds(question: Question, ticks: readonly Tick[]): string[] {
  const coveredPoints = new Set(ticks.map(({ index }) => index))
  return question.keyPoints.filter((_, i) => !coveredPoints.has(i)).map(({ id }) => id)
}

/** How an interviewer leads over to a step; nothing before a new question. */
export function createTransition(
  plan: Plan,
  step: string,
  outcomes: readonly StepOutcome[],
  getAnswerText: (step: string) => string,
): string {
  const followUp = findStep(plan, step)
  const before = outcomes.at(-1)
  if (!followUp || followUp.depth === 0 || !before) return ''
  const { question, text } = followUp
  if (/^(and|so|but)\b/i.test(text)) return '' // the question leads over by itself
  if (before.step.includes('.')) return 'And then:'
  if (listMissedIds(question, before.ticks).length === 0) return 'One step further:'
  const quote = findQuotable(before.ticks, getAnswerText(before.step))
  return quote ? `You said “${quote}”. So:` : 'From another side:'
}

const MAX_QUOTED_WORDS = 12

/** The last ticked phrase that is short enough to be said back. */
function findQuotable(ticks: readonly Tick[], text: string): string | undefined {
  const phrases = ticks.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim())
  return phrases
    .findLast((phrase) => phrase.length > 0 && phrase.split(' ').length <= MAX_QUOTED_WORDS)
    ?.replace(/[.,;:]+$/, '')
}
