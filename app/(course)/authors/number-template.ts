import { defineNumbers } from '#lib/course/number.ts'

export default defineNumbers([
  {
    // lesson/name: the lesson's own slug comes first
    id: 'mean/one-outlier',
    title: 'Mean with one outlier',
    // called each time the question is asked, with a different seed
    generate: (rng) => {
      const n = rng.int(4, 9)
      const outlier = rng.pick([100, 200, 500])
      return {
        question: `${n} values are 1, and one more is ${outlier}. What is their mean?`,
        answerUnit: { kind: 'number', unit: '' },
        answer: (n + outlier) / (n + 1),
        spokenAnswer: `(${n} + ${outlier}) / ${n + 1}`,
        working: `The sum is $${n} + ${outlier}$, and there are $${n} + 1$ values.`,
        // numbers that a mistake gives, and what is said of it
        slips: [
          { id: 'one-too-few', value: (n + outlier) / n, feedback: 'The outlier is a value too: divide by one more.' },
          { id: 'median', value: 1, feedback: 'That is the median. The mean follows the outlier.' },
        ],
      }
    },
  },
])
