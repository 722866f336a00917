import type { Matcher } from './apply-action.ts'
import type { Plan, Question } from './plan.ts'
import type { Material } from './plan-interview.ts'

/** A question for a test: points a, b and c, a follow-up for each of the first two, and one below the first. */
export const someQuestion = (card: string, more: Partial<Question> = {}): Question => ({
  card,
  lesson: card.split('/')[0] ?? card,
  topic: card,
  kind: 'definition',
  question: `What is ${card}?`,
  modelAnswer: 'Alpha. Beta. Gamma.',
  keyPoints: [
    { id: 'a', point: 'alpha' },
    { id: 'b', point: 'beta' },
    { id: 'c', point: 'gamma' },
  ],
  followUps: [
    {
      question: 'And alpha?',
      answer: 'It is all about alpha here.',
      whenMissing: 'a',
      followUps: [{ question: 'How many alphas?', answer: 'There are two of them.' }],
    },
    { question: 'And beta?', answer: 'It is all about beta here.', whenMissing: 'b' },
  ],
  ...more,
})

export const somePlan = (questions: readonly Question[], more: Partial<Plan> = {}): Plan => ({
  minutes: 10,
  weak: false,
  voice: false,
  seed: 1,
  topics: [...new Set(questions.map(({ topic }) => topic))],
  questions: [...questions],
  ...more,
})

/** Finds a point where its words are in the answer. */
export const plainMatcher: Matcher = {
  match: ({ keyPoints }, answer) =>
    keyPoints.flatMap(({ point }, index) => {
      const start = answer.indexOf(point)
      return start < 0 ? [] : [{ index, phrase: point, start, end: start + point.length }]
    }),
}

export const someMaterial = (questions: readonly Question[]): Material => ({
  questions: questions.map((question) => ({ ...question, isInterviewCard: question.card.endsWith('/interview') })),
  exercises: [{ exercise: 'build-it', lesson: questions[0]?.lesson ?? '', topic: 'Building', name: 'buildIt' }],
})
