import { type AttentionSteps, attentionSteps } from '#lib/attention/attention.ts'
import type { ReferenceStep } from '#lib/grading/exercise.ts'
import { type Arg, ReusedBuffer, type Script } from '#lib/grading/script.ts'

/** Scores and weights with a row for each call of `attend`, and the output of the last one. */
export function steps(script: Script): readonly ReferenceStep[] {
  const reads = collectReads(script)
  const last = reads.at(-1)
  if (!last) return []
  const width = Math.max(...reads.map((r) => r.scores[0]?.length ?? 0))
  const rows = (of: 'scores' | 'weights', later: number): number[][] =>
    reads.map((r) => [...(r[of][0] ?? []), ...new Array<number>(width).fill(later)].slice(0, width))
  return [
    {
      name: 'scores',
      aliases: ['s', 'logits', 'dots', 'raw'],
      how: 'q · k / √d, for each token kept',
      scale: 'signed',
      value: rows('scores', Number.NEGATIVE_INFINITY),
    },
    {
      name: 'weights',
      aliases: ['w', 'p', 'probs', 'attn', 'a'],
      how: 'softmax of them',
      scale: 'weights',
      value: rows('weights', 0),
    },
    {
      name: 'output',
      aliases: ['out', 'o', 'result', 'y'],
      how: 'the values, averaged, at the last call',
      scale: 'signed',
      value: last.output,
    },
  ]
}

/** Attention step by step for each `attend`, over the tokens that its cache holds by then. */
function collectReads(script: Script): AttentionSteps[] {
  const kept = new Map<string, { readonly keys: (readonly number[])[]; readonly values: (readonly number[])[] }>()
  const reads: AttentionSteps[] = []
  for (const step of script) {
    if (!('call' in step)) continue
    const at = kept.get(step.on ?? '') ?? { keys: [], values: [] }
    kept.set(step.on ?? '', at)
    const [first = [], second = []] = step.args.map(toNumbers)
    if (step.call === 'attend') {
      if (at.keys.length > 0) reads.push(attentionSteps([first], at.keys, at.values))
      continue
    }
    at.keys.push(first)
    at.values.push(second)
  }
  return reads
}

const toNumbers = (arg: Arg): readonly number[] =>
  arg instanceof ReusedBuffer ? arg.values : (arg as readonly number[])
