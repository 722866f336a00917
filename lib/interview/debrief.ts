import type { Tick } from './event.ts'
import { KINDS, type Kind } from './kind.ts'
import type { Plan } from './plan.ts'
import { type DoneStep, type Interview, leftMs } from './replay.ts'
import { measureSpeech, type Speech } from './speech.ts'
import { findStep, type Step } from './step.ts'

/** A point of an answer, and whether it was said. */
export interface KeyPointResult {
  readonly point: string
  readonly said: boolean
  /** What earned it. Absent where the learner's word is all there is. */
  readonly tick?: Tick
  /** The learner has corrected the matcher. */
  readonly corrected: boolean
  /** It was missed, and a follow-up asked for it. */
  readonly askedAgain: boolean
}

/** A step of the debrief: which key points the answer covered. */
export interface AnswerSheet {
  readonly step: Step
  readonly done: DoneStep
  readonly points: readonly KeyPointResult[]
  readonly said: number
  readonly speech?: Speech
}

export interface Score {
  readonly said: number
  readonly all: number
}

/** What is to be reviewed of one lesson, and why. */
export interface SuggestedReview {
  readonly lesson: string
  readonly topic: string
  /** Cards that are made due. */
  readonly cards: readonly string[]
  /** Points that were not said, the most telling first. */
  readonly missed: readonly string[]
}

/** What came of an interview. */
export interface Debrief {
  readonly sheets: readonly AnswerSheet[]
  readonly coding?: DoneStep
  readonly total: Score
  /** Topics in the order in which they were asked, with their scores by kind. Coding counts its checks, once the server has confirmed it. */
  readonly matrix: readonly { readonly topic: string; readonly kinds: Readonly<Partial<Record<Kind, Score>>> }[]
  readonly kinds: Readonly<Partial<Record<Kind, Score>>>
  readonly headline: string
  readonly usedMs: number
  readonly leftMs: number
  readonly next: readonly SuggestedReview[]
}

/** Reads an interview's log as a debrief: pure, so that a correction is one more event and a new reading. */
export function createDebrief(plan: Plan, interview: Interview): Debrief {
  const sheets = interview.done.flatMap((done) => {
    const step = findStep(plan, done.step)
    return step ? [buildAnswerSheet(step, done, interview.done)] : []
  })
  const coding = interview.done.find(({ coded }) => coded)
  const scores = [
    ...sheets.map(({ step, said, points }) => ({
      topic: step.question.topic,
      kind: step.kind,
      said,
      all: points.length,
    })),
    ...scoreCoding(plan, coding),
  ]
  const kinds = groupByKind(scores)
  return {
    sheets,
    ...(coding && { coding }),
    total: sum(scores.filter(({ kind }) => kind !== 'coding')),
    matrix: [...Map.groupBy(scores, ({ topic }) => topic)].map(([topic, of]) => ({ topic, kinds: groupByKind(of) })),
    kinds,
    headline: createHeadline(kinds),
    usedMs: interview.clock,
    leftMs: leftMs(plan, interview.clock),
    next: reviewNext(sheets),
  }
}

function buildAnswerSheet(step: Step, done: DoneStep, all: readonly DoneStep[]): AnswerSheet {
  const askedFor = new Set(
    step.question.followUps.flatMap(({ whenMissing }, i) =>
      all.some((doneStep) => doneStep.step === `${step.id}.${i}`) ? whenMissing : [],
    ),
  )
  const points = step.points.map(({ id, point }, i): KeyPointResult => {
    const tick = done.ticks.find(({ index }) => index === i)
    const word = done.corrected.get(i)
    const said = word ?? tick !== undefined
    const corrected = word !== undefined && word !== (tick !== undefined)
    return { point, said, corrected, askedAgain: step.depth === 0 && askedFor.has(id), ...(tick && { tick }) }
  })
  const speech = measureSpeech(done.text, done.spokenMs)
  return { step, done, points, said: points.filter(({ said }) => said).length, ...(speech && { speech }) }
}

function scoreCoding(plan: Plan, coding: DoneStep | undefined) {
  // without the server’s verdict, there is nothing to praise or criticize
  if (!coding?.coded?.confirmed || !plan.coding) return []
  const { passed, checks } = coding.coded
  const all = Math.max(1, checks.all)
  return [{ topic: plan.coding.topic, kind: 'coding' as const, said: passed ? all : Math.min(checks.passed, all), all }]
}

function sum(scores: readonly Score[]): Score {
  return scores.reduce((a, b) => ({ said: a.said + b.said, all: a.all + b.all }), { said: 0, all: 0 })
}

function groupByKind(scores: readonly (Score & { readonly kind: Kind })[]): Partial<Record<Kind, Score>> {
  return Object.fromEntries([...Map.groupBy(scores, ({ kind }) => kind)].map(([kind, of]) => [kind, sum(of)]))
}

/** What goes well and what costs points, in two short sentences. */
export function createHeadline(kinds: Readonly<Partial<Record<Kind, Score>>>): string {
  const scores = KINDS.flatMap((kind) => {
    const score = kinds[kind]
    return score && score.all > 0 ? [{ kind, share: score.said / score.all }] : []
  }).sort((a, b) => b.share - a.share)
  const best = scores[0]
  const worst = scores.at(-1)
  if (!best || !worst) return 'You didn’t answer any questions.'
  if (worst.share >= 0.85) return 'You covered what counts.'
  if (best.share < 0.34) return 'You left out most of what counts.'
  if (best.kind === worst.kind || best.share - worst.share < 0.15)
    return best.share >= 0.6 ? 'You covered most of what counts.' : 'You covered about half of what counts.'
  return best.share >= 0.6 ? `${WELL[best.kind]} ${BADLY[worst.kind]}` : BADLY[worst.kind]
}

const WELL: Readonly<Record<Kind, string>> = {
  definition: 'Your definitions are strong.',
  derivation: 'Your derivations are strong.',
  number: 'You know your numbers.',
  'trade-off': 'You weigh trade-offs well.',
  coding: 'You code well.',
}
const BADLY: Readonly<Record<Kind, string>> = {
  definition: 'Definitions cost you the points.',
  derivation: 'Derivations cost you the points.',
  number: 'Numbers cost you the points.',
  'trade-off': 'Trade-offs cost you the points.',
  coding: 'The coding round cost you the points.',
}

/** By lesson, most missed first. */
function reviewNext(sheets: readonly AnswerSheet[]): SuggestedReview[] {
  const short = sheets.filter(({ said, points }) => said < points.length)
  return [...Map.groupBy(short, ({ step }) => step.question.lesson)]
    .map(([lesson, of]) => ({
      lesson,
      topic: of[0]?.step.question.topic ?? lesson,
      cards: [...new Set(of.map(({ step }) => step.question.card))],
      missed: of
        .toSorted((a, b) => a.step.depth - b.step.depth)
        .flatMap(({ points }) => points.filter(({ said }) => !said).map(({ point }) => point)),
    }))
    .sort((a, b) => b.missed.length - a.missed.length)
}
