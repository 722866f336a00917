import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  'right/big-integers': [
    edit(
      'bits',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return 2 * layers * batch * seqLen * kvHeads * headDim * bytesPerElement * 8',
    ),
    edit(
      'in-gibibytes',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return (2 * layers * batch * seqLen * kvHeads * headDim * bytesPerElement) / 1024 ** 3',
    ),
    edit(
      'in-gigabytes',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return (2 * layers * batch * seqLen * kvHeads * headDim * bytesPerElement) / 1e9',
    ),
    edit(
      'in-mebibytes',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return (2 * layers * batch * seqLen * kvHeads * headDim * bytesPerElement) / 2 ** 20',
    ),
    edit(
      'int32-overflow',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b)`,
      'return [layers, batch, seqLen, kvHeads, headDim, bytesPerElement].reduce(Math.imul, 2',
    ),
    edit(
      'no-batch',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return 2 * layers * seqLen * kvHeads * headDim * bytesPerElement',
    ),
    edit(
      'no-bytes',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return 2 * layers * batch * seqLen * kvHeads * headDim',
    ),
    edit(
      'no-head-dim',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return 2 * layers * batch * seqLen * kvHeads * bytesPerElement',
    ),
    edit(
      'no-kv-heads',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return 2 * layers * batch * seqLen * headDim * bytesPerElement',
    ),
    edit(
      'no-layers',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return 2 * batch * seqLen * kvHeads * headDim * bytesPerElement',
    ),
    edit(
      'no-seq-len',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return 2 * layers * batch * kvHeads * headDim * bytesPerElement',
    ),
    edit(
      'no-values',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return layers * batch * seqLen * kvHeads * headDim * bytesPerElement',
    ),
    edit(
      'one-layer-one-sequence',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return 2 * seqLen * kvHeads * headDim * bytesPerElement',
    ),
    edit(
      'queries-counted',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return 3 * layers * batch * seqLen * kvHeads * headDim * bytesPerElement',
    ),
    edit(
      'seq-len-squared',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return 2 * layers * batch * seqLen ** 2 * kvHeads * headDim * bytesPerElement',
    ),
    edit(
      'sum-of-sizes',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      'return 2 * (layers + batch + seqLen + kvHeads + headDim) * bytesPerElement',
      { shows: [] },
    ),
    edit(
      'sum-over-steps',
      `const factors = [2, layers, batch, seqLen, kvHeads, headDim, bytesPerElement]
  return Number(factors.map(BigInt).reduce((a, b) => a * b))`,
      `let total = 0
  for (let t = 1; t <= seqLen; t++) total += 2 * layers * batch * t * kvHeads * headDim * bytesPerElement
  return total`,
    ),
  ],
})
