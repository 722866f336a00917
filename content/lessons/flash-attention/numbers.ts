import { formatBytes, formatNumber } from '#app/_components/figure/format.ts'
import { scoreMatrixBytes } from '#lib/attention/cost.ts'
import { flashSavings } from '#lib/attention/flash-cost.ts'
import { mergePartials } from '#lib/attention/merge-partial.ts'
import { update } from '#lib/attention/online-softmax.ts'
import { defineNumbers } from '#lib/course/number.ts'

export default defineNumbers([
  {
    id: 'flash-attention/score-bytes',
    title: 'Bytes of all score matrices',
    exercise: 'flash-attention',
    anchor: 'the-backward-pass-computes-the-scores-again',
    generate: (rng) => {
      const n = rng.pick([1024, 2048, 4096, 8192, 16384])
      const heads = rng.pick([12, 16, 32])
      const layers = rng.pick([12, 24, 32])
      const computeBytes = (changed: object) => scoreMatrixBytes({ n, heads, layers, bytesPerElement: 2, ...changed })
      const answer = computeBytes({})
      return {
        question: `Attention that keeps every score for the backward pass: ${layers} layers, ${heads} heads, ${formatNumber(n)} tokens, fp16, batch 1. How much memory do the scores take?`,
        answerUnit: { kind: 'bytes', unit: 'GiB' },
        answer,
        spokenAnswer: formatBytes(answer),
        working: `$${layers} \\cdot ${heads} \\cdot ${n}^2 \\cdot 2$ bytes.`,
        slips: [
          {
            id: 'linear',
            value: answer / n,
            feedback: 'That grows with n, not n². Storing only O(n) is what FlashAttention does.',
          },
          { id: 'heads-forgotten', value: computeBytes({ heads: 1 }), feedback: 'Every head has its own matrix.' },
          { id: 'layers-forgotten', value: computeBytes({ layers: 1 }), feedback: 'That is one layer.' },
          { id: 'one-byte', value: answer / 2, feedback: 'A number in fp16 takes two bytes.' },
          { id: 'fp32', value: answer * 2, feedback: 'That is fp32, four bytes per number.' },
        ],
      }
    },
  },
  {
    id: 'flash-attention/online-step',
    title: 'One step of the online softmax',
    exercise: 'online-softmax',
    anchor: 'one-pass-is-enough',
    generate: (rng) => {
      const max = rng.int(0, 4)
      const sum = rng.pick([1.5, 2, 2.5, 3, 4])
      const x = max + rng.int(1, 2)
      const { sum: answer } = update({ max, sum }, x)
      return {
        question: `The running maximum is ${max}, the running sum ${sum}. The next score is ${x}. What is the sum now? Give two decimals.`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: formatNumber(answer),
        working: `$${sum} \\cdot e^{${max} - ${x}} + 1$: the old sum is rescaled to the new maximum.`,
        slips: [
          {
            id: 'no-rescaling',
            value: sum + 1,
            feedback: 'The old sum was measured from the old maximum: multiply it by e^(old − new).',
          },
          {
            id: 'old-maximum',
            value: sum + Math.exp(x - max),
            feedback: 'That keeps the old maximum: the exponent is above 0.',
          },
          { id: 'inverse', value: sum * Math.exp(x - max) + 1, feedback: 'The factor is e^(old − new), below 1.' },
          { id: 'new-term-forgotten', value: sum * Math.exp(max - x), feedback: 'The new score adds e^0 = 1.' },
        ],
      }
    },
  },
  {
    id: 'flash-attention/merge-sums',
    title: 'Merging two blocks: the normalizer',
    exercise: 'merge-partial',
    anchor: 'decoding-split-the-keys',
    generate: (rng) => {
      const a = { m: rng.int(2, 5), l: rng.pick([1.25, 1.5, 2, 3]), o: [0] }
      const b = { m: a.m - rng.int(1, 2), l: rng.pick([2, 2.5, 4, 5]), o: [0] }
      const { l: answer } = mergePartials(a, b)
      return {
        question: `Two blocks of keys: maximum ${a.m} and sum ${a.l}, maximum ${b.m} and sum ${b.l}. What is the sum over both? Give two decimals.`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: formatNumber(answer),
        working: `$${a.l} + ${b.l} \\cdot e^{${b.m} - ${a.m}}$, measured from the larger maximum.`,
        slips: [
          {
            id: 'no-rescaling',
            value: a.l + b.l,
            feedback: 'The sums are measured from different maxima: rescale the second to the first.',
          },
          {
            id: 'wrong-one',
            value: a.l * Math.exp(b.m - a.m) + b.l,
            feedback: 'That rescales the block with the larger maximum.',
          },
          {
            id: 'inverse',
            value: a.l + b.l * Math.exp(a.m - b.m),
            feedback: 'The factor is e^(smaller maximum − larger maximum), below 1.',
          },
        ],
      }
    },
  },
  {
    id: 'flash-attention/merge-outputs',
    title: 'Merging two blocks: the output',
    exercise: 'merge-partial',
    anchor: 'decoding-split-the-keys',
    generate: (rng) => {
      const m = rng.int(0, 5)
      const a = { m, l: rng.int(1, 5), o: [rng.int(1, 9)] }
      const b = { m, l: rng.int(1, 5), o: [rng.int(11, 19)] }
      const [x = 0, y = 0] = [a.o[0], b.o[0]]
      const answer = mergePartials(a, b).o[0] ?? 0
      return {
        question: `Two blocks have the same maximum, sums ${a.l} and ${b.l}, and normalized outputs ${x} and ${y}. What is the output over both?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: formatNumber(answer),
        working: `$(${a.l} \\cdot ${x} + ${b.l} \\cdot ${y}) / (${a.l} + ${b.l})$.`,
        slips: [
          {
            id: 'plain-mean',
            value: (x + y) / 2,
            feedback: 'That is the unweighted mean. Weight each output by its sum.',
          },
          {
            id: 'sum',
            value: x + y,
            feedback: 'Each output is already an average: weight each by its share of the sum.',
          },
          {
            id: 'swapped',
            value: (b.l * x + a.l * y) / (a.l + b.l),
            feedback: 'The sums are swapped: weight each output by its own sum.',
          },
          { id: 'not-normalized', value: a.l * x + b.l * y, feedback: 'Divide by the sum over both.' },
        ],
      }
    },
  },
  {
    id: 'flash-attention/passes',
    title: 'Passes over K and V',
    exercise: 'flash-attention',
    anchor: 'memory-and-traffic',
    generate: (rng) => {
      const n = rng.pick([2048, 4096, 8192])
      const d = rng.pick([64, 128])
      const fastMemory = rng.pick([16384, 32768, 65536])
      const { flash } = flashSavings({ n, d, fastMemory, bytesPerElement: 1 })
      const answer = (flash.trafficBytes - 2 * n * d) / (2 * n * d)
      return {
        question: `Fast memory holds ${formatNumber(fastMemory)} numbers; a quarter of it is used for a block of queries. ${formatNumber(n)} tokens of width ${d}: how many times are K and V read from slow memory?`,
        answerUnit: { kind: 'number', unit: 'times' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `A block has $M/(4d) = ${fastMemory / (4 * d)}$ queries, so there are $\\lceil 4nd/M \\rceil$ blocks, and each reads K and V once.`,
        slips: [
          {
            id: 'no-quarter',
            value: (n * d) / fastMemory,
            feedback: 'The queries have a quarter of the memory: K, V and the output need the rest.',
          },
          {
            id: 'once-a-query',
            value: n,
            feedback: 'That reads them once per query. A whole block of queries shares one pass.',
          },
          { id: 'once', value: 1, feedback: 'Once would be enough only if all queries fit in one block.' },
        ],
      }
    },
  },
  {
    id: 'flash-attention/traffic',
    title: 'Traffic of naive attention',
    anchor: 'memory-and-traffic',
    generate: (rng) => {
      const n = rng.pick([4096, 8192, 16384])
      const d = rng.pick([64, 128])
      const { naive, flash } = flashSavings({ n, d, fastMemory: 32768, bytesPerElement: 2 })
      const { trafficBytes: answer } = naive
      return {
        question: `One head in fp16, ${formatNumber(n)} tokens of width ${d}, naive form: scores and weights are written to slow memory and read back once each; Q, K and V are read, and the output is written. How many bytes are moved?`,
        answerUnit: { kind: 'bytes', unit: 'MiB' },
        answer,
        spokenAnswer: formatBytes(answer),
        working: `$(4n^2 + 4nd) \\cdot 2$ bytes: two matrices of $n^2$, each written and read.`,
        slips: [
          { id: 'written-only', value: (2 * n * n + 4 * n * d) * 2, feedback: 'Scores and weights are read back too.' },
          {
            id: 'one-matrix',
            value: (n * n + 4 * n * d) * 2,
            feedback: 'That moves one n × n matrix once. There are two, each written and read.',
          },
          { id: 'tiled', value: flash.trafficBytes, feedback: 'That is the traffic with tiling.' },
          {
            id: 'inputs-only',
            value: 4 * n * d * 2,
            feedback: 'Those are the inputs and the output. The n × n matrices are moved too.',
          },
        ],
      }
    },
  },
])
