import { type Kind, kindOfQuestion } from './kind.ts'
import type { FollowUp, Plan, Question } from './plan.ts'

/** A key point as a matcher takes it. */
export interface Point {
  readonly id: string
  readonly point: string
}

/** One thing that is asked in an interview, with what a good answer holds. */
export interface Step {
  readonly id: string
  /** 0 for a question of the plan, 1 and 2 for what follows from it. */
  readonly depth: number
  /** Its question's place in the plan. */
  readonly question: Question
  readonly text: string
  readonly kind: Kind
  readonly modelAnswer: string
  readonly points: readonly Point[]
}

/** The step with this id; nothing for `coding` and for ids that the plan does not have. */
export function findStep(plan: Plan, id: string): Step | undefined {
  const [at, ...path] = id.split('.').map(Number)
  const question = plan.questions[at ?? Number.NaN]
  if (!question) return undefined
  if (path.length === 0) {
    const { kind, modelAnswer, keyPoints } = question
    return { id, depth: 0, question, text: question.question, kind, modelAnswer, points: keyPoints }
  }
  const followUp = followUpAt(question, path)
  if (!followUp) return undefined
  const { question: text, answer } = followUp
  return {
    id,
    depth: path.length,
    question,
    text,
    kind: kindOfQuestion(text),
    modelAnswer: answer,
    points: splitSentences(answer).map((point, i) => ({ id: `${i}`, point })),
  }
}

/** A follow-up by its path: [1, 0] is the first that follows from the second. */
export function followUpAt(question: Question, path: readonly number[]): FollowUp | undefined {
  const [first, ...rest] = path
  let at = question.followUps[first ?? Number.NaN]
  for (const i of rest) at = at?.followUps?.[i]
  return at
}

/** What a short answer says, sentence by sentence; a word or two (“No.”) belongs to the sentence after it. */
export function splitSentences(answer: string): string[] {
  const out: string[] = []
  let short = ''
  for (const part of answer.split(/(?<=[.!?])\s+(?=[\p{Lu}\d$`])/u)) {
    const whole = short ? `${short} ${part}` : part
    if (whole.split(/\s+/).length < 4) short = whole
    else {
      out.push(whole)
      short = ''
    }
  }
  if (short) {
    const last = out.pop()
    out.push(last ? `${last} ${short}` : short)
  }
  return out
}
