import 'server-only'
import type { InterviewView, TimelineItem } from '#lib/contract/interview.ts'
import { renderCardHtml } from '#lib/course/card-html.ts'
import { createTransition } from '#lib/interview/next-step.ts'
import { lengthMs, type Plan, slotMs } from '#lib/interview/plan.ts'
import { type Interview, replay, resumeFromDraft } from '#lib/interview/replay.ts'
import { findStep } from '#lib/interview/step.ts'
import type { StoredInterview } from '#lib/learner/interviews.ts'

/** An interview as its learner may see it before the debrief: questions, never what answers them. */
export function createInterviewView({ id, plan, events, draft }: StoredInterview): InterviewView {
  const at = replay(events)
  const { clock, text, spokenMs } = resumeFromDraft(at, draft)
  const last = at.done.at(-1)
  const heard = last?.outcome === 'answered' ? last : undefined
  return {
    id,
    lengthMs: lengthMs(plan),
    clock,
    voice: plan.voice,
    now: at.now === null ? null : describeCurrentStep(plan, at, at.now),
    trail: buildTimeline(plan, at),
    text,
    spokenMs,
    heard: heard ? { text: heard.text, marks: heard.ticks.map(({ start, end }) => ({ start, end })) } : null,
  }
}

function describeCurrentStep(plan: Plan, at: Interview, step: string): NonNullable<InterviewView['now']> {
  const plannedStep = findStep(plan, step)
  const number = at.done.length + 1
  if (!plannedStep) {
    const { topic = '', name = '', limitMs = 0 } = plan.coding ?? {}
    const budgetMs = Math.min(limitMs, lengthMs(plan) - at.clock)
    return {
      step,
      lead: '',
      question: renderCardHtml(`Write \`${name}\`.`, { isLine: true }),
      topic,
      depth: 0,
      number,
      budgetMs,
    }
  }
  const { depth, question, text } = plannedStep
  const share = depth === 0 ? 0.6 : 0.3
  return {
    step,
    lead: createTransition(
      plan,
      step,
      at.done,
      (earlierStep) => at.done.find((done) => done.step === earlierStep)?.text ?? '',
    ),
    question: renderCardHtml(text, { isLine: true }),
    topic: question.topic,
    depth,
    number,
    budgetMs: Math.round(slotMs(plan) * share),
  }
}

function buildTimeline(plan: Plan, at: Interview): TimelineItem[] {
  const done = at.done.map(({ step, outcome, ms }): TimelineItem => {
    const state = outcome === 'skipped' ? 'skipped' : 'done'
    return { ...createTimelineItem(plan, step), state, ms }
  })
  if (at.now === null) return done
  const reachedSteps = new Set([...at.done.map(({ step }) => step), at.now])
  const current: TimelineItem = { ...createTimelineItem(plan, at.now), state: 'now' }
  const from = at.now === 'coding' ? plan.questions.length : Number(at.now.split('.')[0]) + 1
  const rest = plan.questions.flatMap((_, i) => (i >= from ? [`${i}`] : []))
  if (plan.coding) rest.push('coding')
  const toCome = rest.filter((step) => !reachedSteps.has(step))
  return [
    ...done,
    current,
    ...toCome.map((step): TimelineItem => ({ ...createTimelineItem(plan, step), state: 'to-come' })),
  ]
}

function createTimelineItem(plan: Plan, step: string): Pick<TimelineItem, 'step' | 'title' | 'depth'> {
  const plannedStep = findStep(plan, step)
  if (!plannedStep) return { step, title: 'Coding round', depth: 0 }
  const { depth, question, text } = plannedStep
  return {
    step,
    title:
      depth === 0
        ? renderCardHtml(question.topic, { isLine: true })
        : renderCardHtml(text, { isLine: true, maxLength: MAX_TITLE_LENGTH }),
    depth,
  }
}

const MAX_TITLE_LENGTH = 44
