import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import { attend, getWidth, times } from '../../../cross-attention/parametrized-attention.ts'
import { merge, mergeInMemory, mergeStrided, reversed, split, splitInMemory, splitStrided } from '../../heads.ts'
import { type LayerArgs, withVariants } from './parametrized-layer.ts'

/** Which columns are a head's, and where they go afterwards. */
export const wrongCut: readonly FunctionMisconception<LayerArgs>[] = [
  {
    id: 'strided-split',
    headline: 'A head is a slice, not every h-th column',
    feedback:
      'You assign columns to heads round-robin. Head h owns a slice of neighboring columns, from h·w to (h + 1)·w − 1. Otherwise columns of `Wq`, `Wk` and `Wv` end up in heads they were not trained for.',
    ...withVariants({ cut: splitStrided }),
  },
  {
    id: 'strided-merge',
    headline: 'The heads are interleaved on the way back',
    feedback:
      'You split into slices and merge column by column: first of head 0, first of head 1, and so on. `Wo` then reads shuffled features. Put whole heads side by side.',
    ...withVariants({ join: mergeStrided }),
  },
  {
    id: 'strided-both',
    headline: 'The heads are interleaved',
    feedback:
      'You assign columns to heads round-robin and merge them the same way. That is consistent, but the heads are different: head h must own columns h·w to (h + 1)·w − 1.',
    ...withVariants({ cut: splitStrided, join: mergeStrided }),
  },
  {
    id: 'view-no-transpose',
    headline: 'Reshaped without the transpose',
    feedback:
      'You read the n × d numbers straight as heads × n × width. That cuts across the rows, so a head holds pieces of several tokens. Reshape to n × heads × width first, then move the heads to the front.',
    ...withVariants({ cut: splitInMemory }),
  },
  {
    id: 'merge-no-transpose',
    headline: 'Merged without the transpose',
    feedback:
      'You read the heads × n × width numbers straight as n × d, so a row holds several tokens of one head. A row holds one token of all heads: put `head[i]` of every head side by side.',
    ...withVariants({ join: mergeInMemory }),
  },
  {
    id: 'view-both-ways',
    headline: 'Reshaped both ways without the transpose',
    feedback:
      'You split and merge by reading the numbers in memory order. The merge undoes the split, but in between, the heads hold pieces of several tokens. A head is a slice of the columns of every row.',
    ...withVariants({ cut: splitInMemory, join: mergeInMemory }),
  },
  {
    id: 'split-rows',
    headline: 'The rows were split, not the columns',
    feedback:
      'Each of your heads gets some of the tokens, with all columns. Tokens in different heads then cannot attend to each other. Every head sees all tokens and a slice of the columns.',
    ...withVariants(
      rowBlocks((w) => 1 / Math.sqrt(w)),
      rowBlocks((w, h) => Math.sqrt(h / w)),
      rowBlocks((w) => 1 / Math.sqrt(w), 'stop'),
      rowBlocks((w, h) => Math.sqrt(h / w), 'stop'),
      rowBlocks((w) => 1 / Math.sqrt(w), 'pass', Math.ceil),
      rowBlocks((w, h) => Math.sqrt(h / w), 'pass', Math.ceil),
    ),
  },
  {
    id: 'reversed-merge',
    headline: 'The heads are merged in the wrong order',
    feedback: 'You put the heads together from the last to the first. `Wo` expects head 0 in the first columns.',
    ...withVariants(
      { join: (heads) => merge(reversed(heads)) },
      { join: (heads) => merge(heads).map((row) => reversed(row)) },
    ),
  },
  {
    id: 'heads-as-width',
    headline: 'numHeads counts heads, not columns',
    feedback:
      'You cut slices of `numHeads` columns. There are `numHeads` slices, each as wide as the columns divided by `numHeads`.',
    ...withVariants({ cut: (M, heads) => split(M, getWidth(M) / heads) }),
  },
]

/**
 * Tokens dealt out to the heads in blocks, which differ by one where the heads do not divide them. An empty block is
 * passed over, or stops the code.
 */
function rowBlocks(
  scale: (width: number, heads: number) => number,
  empty: 'pass' | 'stop' = 'pass',
  round?: (size: number) => number,
): (...args: LayerArgs) => number[][] {
  return (X, Wq, Wk, Wv, Wo, heads) => {
    const size = X.length / heads
    const border = (h: number) => (round ? h * round(size) : Math.trunc(h * size))
    const blocks = Array.from({ length: heads }, (_, h) => X.slice(border(h), border(h + 1)))
    if (empty === 'stop' && X.length < heads) throw new NotApplicable()
    const out = blocks
      .filter((block) => block.length > 0)
      .flatMap((block) =>
        attend(times(block, Wq), times(block, Wk), times(block, Wv), { scale: scale(getWidth(Wq), heads) }),
      )
    return times(out, Wo)
  }
}
