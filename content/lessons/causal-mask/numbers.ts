import { formatNumber } from '#app/_components/figure/format.ts'
import { attention } from '#lib/attention/attention.ts'
import { causalMask, causalMaskRect, packedCausalMask } from '#lib/attention/causal-mask.ts'
import { defineNumbers } from '#lib/course/number.ts'

const allowed = (mask: readonly (readonly boolean[])[]): number => mask.flat().filter((isVisible) => isVisible).length

export default defineNumbers([
  {
    id: 'causal-mask/pairs',
    title: 'Pairs that a causal mask allows',
    exercise: 'causal-mask',
    generate: (rng) => {
      const n = rng.pick([8, 10, 12, 16, 20, 32, 50, 64, 100])
      const answer = allowed(causalMask(n))
      return {
        question: `How many pairs of query and key does a causal mask over ${n} tokens allow?`,
        answerUnit: { kind: 'number', unit: 'pairs' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `Row $i$ sees $i + 1$ keys: $n(n+1)/2 = ${n} \\cdot ${n + 1} / 2$.`,
        slips: [
          { id: 'no-diagonal', value: answer - n, feedback: 'That leaves out the diagonal. Every token sees itself.' },
          { id: 'all', value: n * n, feedback: 'That is the count without the mask.' },
          {
            id: 'half',
            value: (n * n) / 2,
            feedback: 'That is half of the square. The diagonal is allowed in full: n(n + 1)/2.',
          },
          { id: 'hidden-too', value: n * (n + 1), feedback: 'Divide that by 2: the upper triangle is hidden.' },
        ],
      }
    },
  },
  {
    id: 'causal-mask/chunk',
    title: 'Keys of a query in a chunk',
    exercise: 'causal-mask-rect',
    generate: (rng) => {
      const past = rng.int(2, 12) * 8
      const chunk = rng.int(2, 4) * 4
      const i = rng.int(1, chunk - 2)
      const answer = allowed([causalMaskRect(chunk, past + chunk)[i] ?? []])
      return {
        question: `${past} tokens are in the cache, and a chunk of ${chunk} new tokens follows. How many keys does query ${i} of the chunk see, counted from 0?`,
        answerUnit: { kind: 'number', unit: 'keys' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `It is token $${past} + ${i}$, and it sees itself too: $${past} + ${i} + 1$ keys.`,
        slips: [
          {
            id: 'top-left',
            value: i + 1,
            feedback: 'That aligns the mask at the top left, as if nothing were cached.',
          },
          { id: 'not-itself', value: past + i, feedback: 'That leaves out the token itself.' },
          {
            id: 'no-mask',
            value: past + chunk,
            feedback: 'That is all keys. The later tokens of the chunk are hidden.',
          },
        ],
      }
    },
  },
  {
    id: 'causal-mask/packed',
    title: 'Pairs in packed documents',
    exercise: 'packed-causal-mask',
    generate: (rng) => {
      const lengths = [rng.int(2, 6), rng.int(3, 9), rng.int(2, 8)]
      const ids = lengths.flatMap((n, i) => Array.from({ length: n }, () => i))
      const n = ids.length
      const answer = allowed(packedCausalMask(ids))
      return {
        question: `Documents of ${lengths.join(', ')} tokens are packed into one sequence. The mask is causal, and no document may see another. How many pairs of query and key are allowed?`,
        answerUnit: { kind: 'number', unit: 'pairs' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `One triangle per document: $${lengths.map((n) => (n * (n + 1)) / 2).join(' + ')}$.`,
        slips: [
          {
            id: 'one-document',
            value: (n * (n + 1)) / 2,
            feedback: 'That is one document: tokens see across the boundaries.',
          },
          {
            id: 'not-causal',
            value: lengths.reduce((sum, n) => sum + n * n, 0),
            feedback: 'Those are whole squares. Within a document the mask is causal.',
          },
          { id: 'no-diagonal', value: answer - n, feedback: 'Every token sees itself.' },
        ],
      }
    },
  },
  {
    id: 'causal-mask/equal-scores',
    title: 'Weight when all scores are equal',
    generate: (rng) => {
      const i = rng.pick([3, 4, 7, 9, 15, 19])
      const n = rng.pick([32, 64, 100])
      const same = Array.from({ length: n }, () => [0])
      const values = Array.from({ length: n }, (_, j) => [j === 0 ? 1 : 0])
      const answer = attention(same, same, values, { causal: true })[i]?.[0] ?? 0
      return {
        question: `In causal attention over ${n} tokens, all scores are equal. What weight does token ${i}, counted from 0, give to each key that it sees?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: `1/${i + 1}`,
        working: `It sees tokens $0 \\dots ${i}$: ${i + 1} keys, and the row sums to 1.`,
        slips: [
          { id: 'not-itself', value: 1 / i, feedback: 'That leaves out the token itself.' },
          {
            id: 'after-softmax',
            value: 1 / n,
            feedback: 'That is the weight without a mask. If you mask after the softmax, the row no longer sums to 1.',
          },
        ],
      }
    },
  },
])
