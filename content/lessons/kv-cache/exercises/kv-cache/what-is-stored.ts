import type { ClassMisconception } from '#lib/grading/define-class.ts'
import { Unfit } from '#lib/grading/unfit.ts'
import { brokenCache, type Vector } from './broken-cache.ts'

/** Mistakes about what `append` writes down, and where. */
export const whatIsStored: readonly ClassMisconception[] = [
  {
    id: 'stores-reference',
    headline: 'The past changes with the buffer',
    say: 'You keep the arrays that `append` was given. The caller fills the same two arrays again for the next token, so every token in your cache becomes the newest one. Keep copies: `k.slice()` and `v.slice()`.',
    ...brokenCache({ key: (k) => k, value: (_k, v) => v }),
  },
  {
    id: 'key-reference',
    headline: 'Past keys change with the buffer',
    say: 'You copy the values but keep the key array that `append` was given. When the caller fills it again for the next token, all your keys become the newest one. Keep a copy: `k.slice()`.',
    ...brokenCache({ key: (k) => k }),
  },
  {
    id: 'value-reference',
    headline: 'Past values change with the buffer',
    say: 'You copy the keys but keep the value array that `append` was given. When the caller fills it again for the next token, all your values become the newest one. Keep a copy: `v.slice()`.',
    ...brokenCache({ value: (_k, v) => v }),
  },
  {
    id: 'shared-state',
    headline: 'Two caches share their tokens',
    say: 'Your arrays live outside the instance (`static`, or at the top of the file), so a second cache reads the first one’s tokens. Each sequence needs a cache of its own: make the arrays fields of the instance.',
    wrong: () => sharedCache('any'),
    shares: true,
    forms: [
      { wrong: () => sharedCache('fitting'), shares: true },
      { wrong: () => sharedCache('any') },
      { wrong: () => sharedCache('cleared') },
    ],
  },
  {
    id: 'k-as-v',
    headline: 'The average is of keys',
    say: 'You keep the key where the value belongs, so `attend` averages keys. The key says how well a token matches; the value is what it gives. Keep both, and average the values.',
    ...brokenCache({ value: (k) => [...k] }),
  },
  {
    id: 'keys-and-values-swapped',
    headline: 'Keys and values changed places',
    say: 'You score the query against the values and average the keys. `append(k, v)` gets the key first: match the query with keys, then average the values.',
    ...brokenCache({ swapped: true }),
  },
  {
    id: 'opposite-order',
    headline: 'Values in the opposite order',
    say: 'Your keys run from old to new and your values from new to old, so the weight of each token falls on another token’s value. Put both in at the same end: entry `j` of both must be token `j`.',
    ...brokenCache({ put: (values, v) => values.unshift(v) }),
  },
]

/**
 * One pair of arrays for all instances.
 *
 * @param how  `fitting`: tokens of other widths may be read in any way; `cleared`: each new instance empties them
 */
function sharedCache(how: 'any' | 'fitting' | 'cleared') {
  const make = (): Cache => new (brokenCache({}).wrong() as new () => Cache)()
  let one = make()
  const widths = new Set<string>()
  return class KVCache {
    constructor() {
      if (how === 'cleared') one = make()
    }
    get length(): number {
      return one.length
    }
    append(k: Vector, v: Vector): void {
      widths.add(`${k.length} ${v.length}`)
      one.append(k, v)
    }
    attend(q: Vector): number[] {
      if (how === 'fitting' && widths.size > 1) throw new Unfit('or right')
      return one.attend(q)
    }
  }
}
interface Cache {
  readonly length: number
  append(k: Vector, v: Vector): void
  attend(q: Vector): number[]
}
