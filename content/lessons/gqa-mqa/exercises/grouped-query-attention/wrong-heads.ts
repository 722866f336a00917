import { variants } from '#lib/grading/faulty-implementation.ts'
import { inEveryVariant, right, sharing, type Wrong, withinTheHeads, withVariants } from './kv-index.ts'

const itself = (i: number) => i

/** The query head meets the wrong key or value head. */
export const wrongHeads: readonly Wrong[] = [
  {
    id: 'modulo',
    headline: 'Neighboring heads share a KV head, not every g-th head',
    feedback:
      'You use `i % g`, which assigns KV heads round-robin: 0, 1, 2, 0, 1, 2. Grouped heads are neighbors: 0, 0, 1, 1, 2, 2. The shapes match either way, so nothing warns you. Divide by the size of a group and round down.',
    ...variants(...inEveryVariant({ index: (i, _h, g) => i % g })),
  },
  {
    id: 'divide-by-hkv',
    headline: 'Divided by g instead of h/g',
    feedback:
      'You use `⌊i / g⌋`, dividing by the number of KV heads. A group holds h/g query heads, so that is what to divide by. The two agree only when h = g². With 6 query heads and 3 KV heads, head 2 belongs to KV head 1, not to 0.',
    ...variants(...inEveryVariant({ index: (i, _h, g) => Math.floor(i / g) })),
  },
  {
    id: 'round',
    headline: 'Rounding moves the boundaries of the groups',
    feedback:
      'You round `i / (h/g)` to the nearest integer, so the second half of each group already reads the next KV head, and the last heads point beyond the end. Round down: `Math.floor`.',
    // where an index lies beyond the last head on every input, the error says nothing of the rule: see `no-grouping`
    ...variants(...withinTheHeads({ index: (i, h, g) => Math.round(i / (h / g)) })),
  },
  {
    id: 'ceil',
    headline: 'Rounding up skips the first KV head',
    feedback:
      'You round `i / (h/g)` up. Then only query head 0 reads KV head 0, and the last heads point beyond the end. Round down: `Math.floor`.',
    ...variants(...withinTheHeads({ index: (i, h, g) => Math.ceil(i / (h / g)) })),
  },
  {
    id: 'min-clamp',
    headline: 'Most query heads share the last KV head',
    feedback:
      'You use `Math.min(i, g − 1)`: the first g − 1 query heads get a KV head each, and all others share the last. The groups have equal size: query head i reads KV head `⌊i / (h/g)⌋`.',
    ...sharing({ index: (i, _h, g) => Math.min(i, g - 1) }),
  },
  {
    id: 'no-grouping',
    headline: 'There is no KV head with that number',
    feedback:
      'Your index runs past the last of the g KV heads, and you read from `undefined`. That is what `K[i]` or `V[i]` does, one KV head for each query head, and also `i / (h/g)` rounded to the nearest or up. Several query heads share one: query head i reads `⌊i / (h/g)⌋`, for `K` and `V` alike.',
    ...sharing({ index: itself }),
  },
  {
    id: 'first-only',
    headline: 'Every head reads KV head 0',
    feedback:
      'All your query heads use the first key and value head. That is multi-query attention, the case g = 1. Where there are more KV heads, each group of query heads has its own.',
    ...variants(...inEveryVariant({ index: () => 0 })),
  },
  {
    id: 'last-only',
    headline: 'Every head reads the last KV head',
    feedback:
      'All your query heads use the last key and value head, perhaps because a loop overwrote the others. Each group of query heads has its own: number `⌊i / (h/g)⌋`.',
    ...variants(...inEveryVariant({ index: (_i, _h, g) => g - 1 })),
  },
  {
    id: 'reversed',
    headline: 'The KV heads are in reverse order',
    feedback:
      'Your first group reads keys, values or both from the last KV head. The groups go in order: the first h/g query heads share KV head 0.',
    ...withVariants({ reversed: 'both' }, { reversed: 'keys' }, { reversed: 'values' }),
  },
  {
    id: 'index-in-group',
    headline: 'The position within the group is used as the KV head',
    feedback:
      'You use `i % (h/g)`, the position of a query head within its group, as the number of the KV head. All heads of a group read the same KV head: use the quotient, `⌊i / (h/g)⌋`, not the remainder.',
    ...variants(...inEveryVariant({ index: (i, h, g) => i % (h / g) })),
  },
  {
    id: 'off-by-one',
    headline: 'The KV head is one off',
    feedback:
      'Your index is one too high or too low, for all heads or for some of each group, so not all of group 0 reads KV head 0. Heads and groups count from 0: the first h/g query heads share KV head 0.',
    ...variants(
      ...inEveryVariant({ index: (i, h, g) => right(i, h, g) + 1 }),
      ...inEveryVariant({ index: (i, h, g) => Math.floor((i + 1) / (h / g)) }),
      sharing({ index: (i, h, g) => (right(i, h, g) + g - 1) % g }),
    ),
  },
  {
    id: 'k-shared-v-per-head',
    headline: 'Keys are grouped, values are not',
    feedback:
      'You share the key heads in groups and then pick the value head by another rule. Weights that were computed with one head’s keys belong to the same head’s values. Use one index for `K` and `V`.',
    ...variants(
      sharing({ ofValues: (i, _h, g) => Math.min(i, g - 1) }),
      ...inEveryVariant({ ofValues: itself }),
      ...inEveryVariant({ ofValues: (i, _h, g) => i % g }),
      ...inEveryVariant({ ofValues: () => 0 }),
      ...inEveryVariant({ ofValues: (_i, _h, g) => g - 1 }),
      ...inEveryVariant({ ofValues: (i, _h, g) => Math.floor(i / g) }),
    ),
  },
  {
    id: 'v-shared-k-per-head',
    headline: 'Values are grouped, keys are not',
    feedback:
      'You share the value heads in groups and pick the key head by another rule. Weights that were computed with one head’s keys belong to the same head’s values. Use one index for `K` and `V`.',
    ...variants(
      sharing({ ofKeys: (i, _h, g) => Math.min(i, g - 1) }),
      ...inEveryVariant({ ofKeys: itself }),
      ...inEveryVariant({ ofKeys: (i, _h, g) => i % g }),
      ...inEveryVariant({ ofKeys: () => 0 }),
      ...inEveryVariant({ ofKeys: (_i, _h, g) => g - 1 }),
      ...inEveryVariant({ ofKeys: (i, _h, g) => Math.floor(i / g) }),
    ),
  },
]
