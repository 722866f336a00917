import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { type KvIndex, type QKV, reading, right } from './kv-index.ts'

const itself = (i: number) => i

/** The query head meets the wrong key or value head. */
export const wrongHeads: readonly FunctionMisconception<QKV>[] = [
  {
    id: 'modulo',
    headline: 'Neighbouring heads must share, not every g-th',
    say: 'You use `i % g`, which deals the KV heads out in turn: 0, 1, 2, 0, 1, 2. Grouped heads are neighbours: 0, 0, 1, 1, 2, 2. The shapes fit either way, so nothing warns you. Divide by the size of a group and round down.',
    ...reading((i, _h, g) => i % g),
  },
  {
    id: 'divide-by-hkv',
    headline: 'Divided by g in place of h/g',
    say: 'You use `⌊i / g⌋`, the number of KV heads. A group holds h/g query heads, so that is what to divide by. The two agree only when h = g². With 6 query heads and 3 KV heads, head 2 belongs to KV head 1, not to 0.',
    ...reading((i, _h, g) => Math.floor(i / g)),
  },
  {
    id: 'round',
    headline: 'Rounding moves the borders of the groups',
    say: 'You round `i / (h/g)` to the nearest whole number, so the second half of each group already reads the next KV head, and the last heads point beyond the end. Round down: `Math.floor`.',
    ...clampedFirst((i, h, g) => Math.round(i / (h / g))),
  },
  {
    id: 'ceil',
    headline: 'Rounding up skips the first KV head',
    say: 'You round `i / (h/g)` up. Then only query head 0 reads KV head 0, and the last heads point beyond the end. Round down: `Math.floor`.',
    ...clampedFirst((i, h, g) => Math.ceil(i / (h / g))),
  },
  {
    id: 'min-clamp',
    headline: 'The last KV head gets nearly everyone',
    say: 'You use `Math.min(i, g − 1)`: the first heads have a KV head each, and all others crowd on the last. The groups have equal size: query head i reads KV head `⌊i / (h/g)⌋`.',
    wrong: reading((i, _h, g) => Math.min(i, g - 1)).wrong,
  },
  {
    id: 'no-grouping',
    headline: 'There is no KV head of that number',
    say: 'Your index runs past the last of the g KV heads, and you read from `undefined`. That is what `K[i]` or `V[i]` does, one KV head for each query head, and also `i / (h/g)` rounded to the nearest or up. Several query heads share one: query head i reads `⌊i / (h/g)⌋`, for `K` and `V` alike.',
    wrong: reading(itself).wrong,
  },
  {
    id: 'first-only',
    headline: 'Every head reads KV head 0',
    say: 'All your query heads use the first key and value head. That is multi-query attention, the case g = 1. Where there are more KV heads, each group of query heads has its own.',
    ...reading(() => 0),
  },
  {
    id: 'last-only',
    headline: 'Every head reads the last KV head',
    say: 'All your query heads use the last key and value head, perhaps because a loop overwrote the others. Each group of query heads has its own: number `⌊i / (h/g)⌋`.',
    ...reading((_i, _h, g) => g - 1),
  },
  {
    id: 'reversed',
    headline: 'The KV heads are in reverse',
    say: 'Your first group reads the last KV head. The groups go in order: the first h/g query heads share KV head 0.',
    ...reading((i, h, g) => g - 1 - right(i, h, g)),
    forms: [
      reading((i, h, g) => g - 1 - right(i, h, g), right).wrong,
      reading(right, (i, h, g) => g - 1 - right(i, h, g)).wrong,
    ],
  },
  {
    id: 'index-in-group',
    headline: 'That is the place within the group',
    say: 'You use `i % (h/g)`, the place of a query head within its group, as the number of the KV head. All heads of a group read the same KV head: use the quotient, `⌊i / (h/g)⌋`, not the remainder.',
    ...reading((i, h, g) => i % (h / g)),
  },
  {
    id: 'off-by-one',
    headline: 'Each group reads the next KV head',
    say: 'Your index is one too high, so group 0 reads KV head 1. Heads and groups count from 0: the first h/g query heads share KV head 0.',
    ...reading((i, h, g) => right(i, h, g) + 1),
    forms: [
      ...reading((i, h, g) => right(i, h, g) + 1).forms,
      ...[reading((i, h, g) => Math.floor((i + 1) / (h / g)))].flatMap(({ wrong, forms }) => [wrong, ...forms]),
    ],
  },
  {
    id: 'k-shared-v-per-head',
    headline: 'Keys are grouped, values are not',
    say: 'You share the key heads in groups and then pick the value head by another rule. Weights that were computed with one head’s keys belong to the same head’s values. Use one index for `K` and `V`.',
    ...reading(right, (i, _h, g) => Math.min(i, g - 1)),
    forms: [
      ...everyWay(right, (i, _h, g) => i % g),
      ...everyWay(right, () => 0),
      ...everyWay(right, (i, _h, g) => Math.floor(i / g)),
    ],
  },
  {
    id: 'v-shared-k-per-head',
    headline: 'Values are grouped, keys are not',
    say: 'You share the value heads in groups and pick the key head by another rule. Weights that were computed with one head’s keys belong to the same head’s values. Use one index for `K` and `V`.',
    ...reading((i, _h, g) => Math.min(i, g - 1), right),
    forms: [
      ...everyWay((i, _h, g) => i % g, right),
      ...everyWay(() => 0, right),
      ...everyWay((i, _h, g) => Math.floor(i / g), right),
    ],
  },
]

/** Where every input has an index beyond the last head, the error says nothing of the rule: see `no-grouping`. */
function clampedFirst(rule: KvIndex) {
  const [wrong, ...forms] = reading(rule).forms
  return { wrong, forms }
}

function everyWay(...rules: Parameters<typeof reading>) {
  const { wrong, forms } = reading(...rules)
  return [wrong, ...forms]
}
