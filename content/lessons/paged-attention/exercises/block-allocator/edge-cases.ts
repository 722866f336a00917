import type { LabeledScript } from '#lib/grading/define-class.ts'
import { pool, poolScript } from './scripts.ts'

const { append, fork, free, table, count } = pool
const times = (n: number, seq: string) => Array.from({ length: n }, () => append(seq))

export const examples: readonly LabeledScript[] = [
  {
    label: 'three tokens in blocks of two',
    script: poolScript(4, 2, [count, ...times(3, 'a'), table('a'), count]),
  },
  {
    label: 'a fork, then a write into the shared block',
    script: poolScript(4, 2, [append('a'), fork('a', 'b'), count, append('b'), append('a'), table('a'), count]),
  },
  { label: 'a sequence ends', script: poolScript(3, 2, [...times(3, 'a'), free('a'), count]) },
]

/** Each kind of mistake has a script in which it stands alone. */
export const edgeCases: readonly LabeledScript[] = [
  { label: 'blocks of one token', script: poolScript(3, 1, [...times(3, 'a'), table('a'), count]) },
  {
    label: 'two sequences side by side',
    script: poolScript(4, 2, [...times(2, 'a'), ...times(3, 'b'), append('a'), table('b'), table('a'), count]),
  },
  {
    label: 'the second writer writes in place',
    script: poolScript(5, 4, [
      ...times(2, 'a'),
      fork('a', 'b'),
      append('a'),
      append('b'),
      append('b'),
      count,
      table('b'),
    ]),
  },
  {
    label: 'three owners of one block',
    script: poolScript(5, 4, [
      append('a'),
      fork('a', 'b'),
      fork('b', 'c'),
      append('c'),
      append('b'),
      append('a'),
      count,
    ]),
  },
  {
    label: 'a full shared block',
    script: poolScript(5, 2, [
      ...times(2, 'a'),
      fork('a', 'b'),
      append('b'),
      append('a'),
      count,
      table('a'),
      table('b'),
    ]),
  },
  {
    label: 'a fork of two blocks, one full',
    script: poolScript(6, 2, [
      ...times(3, 'a'),
      fork('a', 'b'),
      append('b'),
      append('b'),
      table('b'),
      append('a'),
      count,
    ]),
  },
  {
    label: 'the first owner ends',
    script: poolScript(4, 2, [
      ...times(3, 'a'),
      fork('a', 'b'),
      free('a'),
      count,
      table('b'),
      append('b'),
      free('b'),
      count,
    ]),
  },
  {
    label: 'the second owner ends',
    script: poolScript(4, 2, [...times(3, 'a'), fork('a', 'b'), free('b'), count, append('a'), count]),
  },
  {
    label: 'a copy, then both end',
    script: poolScript(4, 3, [append('a'), fork('a', 'b'), append('b'), free('a'), count, free('b'), count]),
  },
  {
    label: 'blocks are used again',
    script: poolScript(2, 1, [...times(2, 'a'), free('a'), ...times(2, 'b'), table('b'), count]),
  },
  {
    label: 'a name is used again',
    script: poolScript(3, 2, [...times(3, 'a'), free('a'), append('a'), table('a'), count]),
  },
  {
    label: 'no block for a new sequence',
    script: poolScript(1, 2, [append('a'), append('b'), table('b'), append('a'), free('a'), append('b'), count]),
  },
  {
    label: 'no block for the next token',
    script: poolScript(1, 1, [append('a'), append('a'), count, table('a'), free('a'), count]),
  },
  {
    label: 'no block for a copy',
    script: poolScript(1, 4, [
      append('a'),
      fork('a', 'b'),
      append('b'),
      count,
      table('b'),
      free('a'),
      append('b'),
      count,
    ]),
  },
  {
    label: 'a double free',
    script: poolScript(3, 2, [append('a'), free('a'), free('a'), count, append('b'), append('c'), count]),
  },
  {
    label: 'a fork from nobody, and to a living one',
    script: poolScript(3, 2, [fork('a', 'b'), append('a'), append('b'), fork('a', 'b'), table('b'), count]),
  },
  { label: 'a table of nobody', script: poolScript(3, 2, [table('a'), append('a'), table('b'), count]) },
  {
    label: 'a fork of a fork that has grown',
    script: poolScript(6, 2, [
      append('a'),
      fork('a', 'b'),
      ...times(2, 'b'),
      fork('b', 'c'),
      append('c'),
      append('b'),
      table('c'),
      count,
    ]),
  },
]
