import { formatBytes, formatNumber, formatPercent } from '#app/_components/figure/format.ts'
import { cacheShape, describeShape, readableLengths, servedModels } from '#content/served-models.ts'
import { kvCacheBytes } from '#lib/attention/cost.ts'
import { quantizeInt8 } from '#lib/attention/quantize-int8.ts'
import { defineNumbers } from '#lib/course/number.ts'

export default defineNumbers([
  {
    id: 'int8-kv/error-bound',
    title: 'Error bound of int8',
    exercise: 'quantize-int8',
    generate: (rng) => {
      const max = rng.pick([2.54, 5.08, 6.35, 12.7, 25.4, 1.27])
      const { scale } = quantizeInt8([max, 0])
      const answer = scale / 2
      return {
        question: `A vector’s largest absolute entry is ${max}. In symmetric int8, rounded to the nearest, how large can the error of an entry be?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        spokenAnswer: formatNumber(answer, 4),
        working: `The scale is $${max}/127 = ${formatNumber(scale, 3)}$; rounding is off by at most half a step.`,
        slips: [
          {
            id: 'whole-step',
            value: scale,
            feedback: 'That is a whole step. Rounding to the nearest is off by at most half a step.',
          },
          {
            id: 'quarter',
            value: scale / 4,
            feedback:
              'Positive and negative numbers share 254 steps: the scale is max/127, and the bound is half of it.',
          },
          { id: 'four-bits', value: max / 15, feedback: 'That is four bits.' },
        ],
      }
    },
  },
  {
    id: 'int8-kv/one-entry',
    title: 'One entry in int8',
    exercise: 'quantize-int8',
    generate: (rng) => {
      const max = rng.pick([2, 4, 5, 8, 10])
      // 50 % of the largest entry would be 63.5, which is equally near to 63 and 64
      const x = (rng.pick([rng.int(11, 49), rng.int(51, 95)]) * max) / 100
      const [, answer = 0] = quantizeInt8([max, x]).q
      return {
        question: `The largest absolute entry is ${max}. Which int8 number stands for ${formatNumber(x)}, symmetric, rounded to the nearest?`,
        answerUnit: { kind: 'number', unit: '' },
        answer,
        exact: true,
        spokenAnswer: formatNumber(answer),
        working: `$${formatNumber(x)} \\cdot 127/${max} = ${formatNumber((x * 127) / max)}$.`,
        slips: [
          {
            id: 'floor',
            value: Math.floor((x * 127) / max) === answer ? Math.ceil((x * 127) / max) : Math.floor((x * 127) / max),
            feedback: 'That rounds to the wrong side: take the nearest integer.',
          },
          {
            id: 'unsigned',
            value: Math.round((x * 255) / max),
            feedback: 'That has 255 steps above 0. Symmetric int8 has 127.',
          },
          {
            id: 'per-cent',
            value: Math.round((x * 100) / max),
            feedback: 'That is the share in percent. The largest entry becomes 127.',
          },
        ],
      }
    },
  },
  {
    id: 'int8-kv/cache-bytes',
    title: 'Bytes of an int8 cache',
    exercise: 'kv-cache-bytes',
    generate: (rng) => {
      const model = rng.pick(servedModels)
      const seqLen = rng.pick(readableLengths(model, [1024, 2048, 4096, 8192, 16384]))
      const batch = rng.pick([4, 8, 16])
      const countBytes = (over: object) =>
        kvCacheBytes({ ...cacheShape(model), seqLen, batch, bytesPerElement: 1, ...over })
      const answer = countBytes({})
      return {
        question: `The cache of ${describeShape(model)} is kept in int8, for ${batch} sequences of ${formatNumber(seqLen)} tokens. How large is it, without the scales?`,
        answerUnit: { kind: 'bytes', unit: 'GiB' },
        answer,
        spokenAnswer: formatBytes(answer),
        working: `$2 \\cdot ${model.layers} \\cdot ${batch} \\cdot ${seqLen} \\cdot ${model.kvHeads} \\cdot ${model.headDim}$ bytes: half of fp16.`,
        slips: [
          { id: 'fp16', value: answer * 2, feedback: 'That is fp16. An int8 number takes one byte.' },
          { id: 'keys-only', value: answer / 2, feedback: 'That counts only the keys.' },
          { id: 'batch-forgotten', value: countBytes({ batch: 1 }), feedback: 'That is one sequence.' },
          { id: 'layers-forgotten', value: countBytes({ layers: 1 }), feedback: 'That is one layer.' },
        ],
      }
    },
  },
  {
    id: 'int8-kv/scales-overhead',
    title: 'What the scales cost',
    exercise: 'quantize-int8',
    generate: (rng) => {
      const width = rng.pick([32, 64, 128])
      const bytes = rng.pick([2, 4])
      const values = quantizeInt8(Array.from({ length: width }, () => 1)).q.length
      const answer = bytes / values
      return {
        question: `Each key and each value of width ${width} is kept in int8 with one fp${bytes * 8} scale. How much do the scales add to the int8 numbers, in percent?`,
        answerUnit: { kind: 'percent', unit: '%' },
        answer,
        spokenAnswer: formatPercent(answer, 2),
        working: `${bytes} bytes per ${width}: $${bytes}/${width}$.`,
        slips: [
          { id: 'bits', value: answer * 8, feedback: 'That counts the bits of the scale as bytes.' },
          {
            id: 'of-fp16',
            value: answer / 2,
            feedback: 'That compares with the fp16 cache. The int8 numbers take one byte each.',
          },
          { id: 'one-byte', value: 1 / width, feedback: `A scale takes ${bytes} bytes.` },
        ].filter(({ value }) => value !== answer),
      }
    },
  },
])
