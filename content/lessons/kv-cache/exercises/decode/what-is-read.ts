import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import type { Matrix } from '#lib/grading/value.ts'
import { type At, brokenDecode, type DecodeArgs } from './broken-decode.ts'

/** Mistakes about which tokens a step reads. */
export const whatIsRead: readonly FunctionMisconception<DecodeArgs>[] = [
  {
    id: 'not-causal',
    headline: 'Early tokens see later ones',
    feedback:
      'Each of your rows attends over all tokens. When token t is generated, the later ones do not exist yet: row t reads tokens 0…t. Append one token at a time and read after each, or mask the scores with j > i.',
    implementation: reads((rows) => rows),
  },
  {
    id: 'excludes-current',
    headline: 'Newest token left out',
    feedback:
      'Each query attends to the tokens before it but not to its own; only the first token sees itself. Position i sees itself and the past: append the new key and value first, then attend.',
    implementation: reads((rows, t) => (t === 0 ? rows.slice(0, 1) : rows.slice(0, t))),
  },
  {
    id: 'excludes-current-zeros',
    headline: 'Newest token left out',
    feedback:
      'Each query attends to the tokens before it but not to its own; the first one then has no key and returns zeros. Position i sees itself and the past: append the new key and value first, then attend.',
    implementation: reads((rows, t) => rows.slice(0, t)),
  },
  {
    id: 'excludes-current-nan',
    headline: 'Newest token left out',
    feedback:
      'Each query attends to the tokens before it but not to its own; the first one then has no key, and `0 / 0` is NaN. Position i sees itself and the past: append the new key and value first, then attend.',
    implementation: reads((rows, t) => rows.slice(0, t), Number.NaN),
  },
  {
    id: 'newest-only',
    headline: 'Only the newest value is read',
    feedback:
      'Row t of your output is the value of token t: each query sees only one key, or you create a new cache at each step. Create the cache once, before the loop, and read all of it.',
    implementation: reads((rows, t) => rows.slice(t, t + 1)),
  },
  {
    id: 'mask-local-index',
    headline: 'The query sees only token 0',
    feedback:
      'You apply a causal mask that takes the query for token 0 at every step, so only key 0 is visible. The query is the last token in the cache: with one query and t + 1 keys there is nothing to mask.',
    implementation: reads((rows) => rows.slice(0, 1)),
  },
  {
    id: 'last-row-only',
    headline: 'Only the last row is returned',
    feedback:
      'You return the output of the last step alone. Generation needs one row per token: collect the output of every step.',
    implementation: (...args) => (brokenDecode({})(...args) as Matrix).slice(-1),
    variants: [(...args) => (brokenDecode({})(...args) as Matrix).at(-1) ?? []],
  },
  {
    id: 'opposite-order',
    headline: 'Values in the opposite order',
    feedback:
      'Your keys are ordered from old to new and your values from new to old, so each weight multiplies the value of a different token. Append both at the same end.',
    implementation: brokenDecode({ values: ({ V, t }) => V.slice(0, t + 1).reverse() }),
  },
  ...[2, 3, 4, 8, 16].map(lastFew),
  ...[8, 16, 32, 64, 100, 128, 256, 512, 1024].map(allSlots),
]

function reads(rows: (all: Matrix, t: number) => Matrix, nothing = 0) {
  return brokenDecode({ keys: ({ K, t }: At) => rows(K, t), values: ({ V, t }: At) => rows(V, t), nothing })
}

function lastFew(few: number): FunctionMisconception<DecodeArgs> {
  return {
    id: few === 4 ? 'fixed-capacity' : `fixed-capacity-${few}`,
    headline: `Only the last ${few} are kept`,
    feedback: `From token ${few + 1} on, your cache drops the oldest one. Later queries must still attend to it. The cache grows by one token at each step.`,
    implementation: reads((rows, t) => rows.slice(Math.max(0, t + 1 - few), t + 1)),
  }
}

/** An empty slot holds zeros: its score is 0, not −∞, so it takes weight and gives nothing. */
function allSlots(capacity: number): FunctionMisconception<DecodeArgs> {
  return {
    id: capacity === 16 ? 'zero-padded-prealloc' : `zero-padded-prealloc-${capacity}`,
    headline: 'Empty slots get weight',
    feedback: `You attend over all ${capacity} slots that you made in advance. A slot of zeros scores 0, and e^0 = 1 takes a share of the weight for a token that does not exist. Read only the slots that are filled.`,
    implementation: brokenDecode({ emptySlots: (read) => Math.max(0, capacity - read) }),
  }
}
