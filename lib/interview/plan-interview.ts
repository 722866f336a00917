import { Random } from '#lib/grading/random.ts'
import { KINDS, type Kind } from './kind.ts'
import { type Plan, type Question, QuestionSchema } from './plan.ts'

/** What a learner chose. */
export interface Choice {
  readonly minutes: 10 | 25 | 45
  /** Slugs of lessons. */
  readonly topics: readonly string[]
  readonly weak: boolean
  readonly coding: boolean
  readonly voice: boolean
}

/** What can be asked, in the order of the course: a lesson comes after those that it builds on. */
export interface Material {
  readonly questions: readonly (Question & { readonly isInterviewCard: boolean })[]
  readonly exercises: readonly {
    readonly exercise: string
    readonly lesson: string
    readonly topic: string
    readonly name: string
  }[]
}

/** Minutes of the coding round, by the length of the interview. */
const CODING = { 10: 5, 25: 10, 45: 20 } as const
/** One question with its follow-ups takes about this long. */
const SLOT = 150_000

/**
 * The questions of an interview in the order that a person would ask them: a definition to warm up, derivations,
 * numbers, trade-offs, then code; within each, earlier lessons first. The same seed gives the same interview.
 *
 * @returns nothing when no topic has a question
 */
export function planInterview(choice: Choice, material: Material, seed: number): Plan | undefined {
  const draw = createSeededDraw(seed)
  const chosen = new Set(choice.topics)
  const pool = material.questions.filter(({ lesson }) => chosen.has(lesson))
  if (pool.length === 0) return undefined
  const exercise = choice.coding ? drawCodingRound(material, chosen, draw) : undefined
  const coding = exercise && { ...exercise, limitMs: CODING[choice.minutes] * 60_000 }
  const talk = choice.minutes * 60_000 - (coding?.limitMs ?? 0)
  const picked = pickQuestions(pool, Math.max(2, Math.floor(talk / SLOT)), draw, warmUp(pool, draw))
  const phase = (kind: Kind) => KINDS.indexOf(kind)
  const order = (question: Question) => material.questions.findIndex(({ card }) => card === question.card)
  const questions = picked
    .sort((a, b) => phase(a.kind) - phase(b.kind) || order(a) - order(b))
    .map((question) => QuestionSchema.parse(question))
  const topics = [...new Set([...questions].sort((a, b) => order(a) - order(b)).map(({ topic }) => topic))]
  const { minutes, weak, voice } = choice
  return { minutes, weak, voice, seed, topics, questions, ...(coding && { coding }) }
}

/** Of the chosen topics where they have an exercise, else of any. */
function drawCodingRound({ exercises }: Material, topics: ReadonlySet<string>, draw: Draw) {
  const ofTopics = exercises.filter(({ lesson }) => topics.has(lesson))
  return shuffle(ofTopics.length > 0 ? ofTopics : exercises, draw)[0]
}

/** How many of ten questions are of which kind. */
const SHARES: readonly (readonly [Kind, number])[] = [
  ['definition', 3.5],
  ['derivation', 2.5],
  ['number', 2],
  ['trade-off', 2],
]

type Candidate = Material['questions'][number]

/** Interviews begin with something that is asked of everyone: a definition out of the first third of the topics. */
function warmUp(pool: readonly Candidate[], draw: Draw): Candidate | undefined {
  const topics = [...new Set(pool.map(({ lesson }) => lesson))]
  const early = topics.slice(0, Math.ceil(topics.length / 3))
  const easy = pool.filter(
    ({ kind, isInterviewCard, lesson }) => kind === 'definition' && isInterviewCard && early.includes(lesson),
  )
  return shuffle(easy, draw)[0]
}

function pickQuestions(
  pool: readonly Candidate[],
  count: number,
  draw: Draw,
  first: Candidate | undefined,
): Candidate[] {
  const picked: Candidate[] = first ? [first] : []
  const rest = new Set(shuffle(pool, draw))
  if (first) rest.delete(first)
  const groupByTopic = () => Map.groupBy(picked, ({ lesson }) => lesson)
  const take = (from: readonly Candidate[]) => {
    const used = groupByTopic()
    const load = (candidate: Candidate) => used.get(candidate.lesson)?.length ?? 0
    // topics that were asked least come first, and of them what interviewers ask as it stands
    const [best] = from.toSorted((a, b) => load(a) - load(b) || Number(b.isInterviewCard) - Number(a.isInterviewCard))
    if (!best) return
    picked.push(best)
    rest.delete(best)
  }
  for (const [kind, share] of SHARES) {
    const targetCount = Math.max(1, Math.round((share * count) / 10))
    const filterKind = (all: Iterable<Candidate>) => [...all].filter((candidate) => candidate.kind === kind)
    for (let i = filterKind(picked).length; i < targetCount && picked.length < count; i++) take(filterKind(rest))
  }
  while (picked.length < Math.min(count, pool.length)) take([...rest])
  return picked
}

/** Gives the next number in [0, 1). */
type Draw = () => number

/** A stream of numbers that is the same for the same seed everywhere. */
function createSeededDraw(seed: number): Draw {
  const random = new Random(seed)
  return () => random.next()
}

/** Shuffles a list (Fisher–Yates). */
function shuffle<T>(list: readonly T[], draw: Draw): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1))
    ;[out[i], out[j]] = [out[j] as T, out[i] as T]
  }
  return out
}
