import { defineNumbers } from '#lib/course/number.ts'

export default defineNumbers([
  {
    // lesson/name: the lesson's own slug comes first
    id: 'mean/one-outlier',
    title: 'Mean with one outlier',
    // called each time the question is asked, with other dice
    draw: (dice) => {
      const n = dice.int(4, 9)
      const outlier = dice.pick([100, 200, 500])
      return {
        question: `${n} values are 1, and one more is ${outlier}. What is their mean?`,
        asked: { kind: 'number', unit: '' },
        answer: (n + outlier) / (n + 1),
        says: `(${n} + ${outlier}) / ${n + 1}`,
        working: `The sum is $${n} + ${outlier}$, and there are $${n} + 1$ values.`,
        // numbers that a mistake gives, and what is said of it
        slips: [
          { id: 'one-too-few', value: (n + outlier) / n, says: 'The outlier is a value too: divide by one more.' },
          { id: 'median', value: 1, says: 'That is the median. The mean follows the outlier.' },
        ],
      }
    },
  },
])
