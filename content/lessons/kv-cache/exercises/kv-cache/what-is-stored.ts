import type { ClassMisconception } from '#lib/grading/define-class.ts'
import { NotApplicable } from '#lib/grading/not-applicable.ts'
import { brokenCache, type Vector } from './broken-cache.ts'

/** Mistakes about what `append` writes down, and where. */
export const whatIsStored: readonly ClassMisconception[] = [
  {
    id: 'stores-reference',
    headline: 'Cached tokens change with the buffer',
    feedback:
      'You store the arrays that `append` was given. The caller may fill the same two arrays again for the next token, and every token in your cache becomes the newest one. Store copies: `k.slice()` and `v.slice()`.',
    ...brokenCache({ key: (k) => k, value: (_k, v) => v }),
  },
  {
    id: 'key-reference',
    headline: 'Cached keys change with the buffer',
    feedback:
      'You copy the values but store the key array that `append` was given. When the caller fills it again for the next token, all your keys become the newest one. Store a copy: `k.slice()`.',
    ...brokenCache({ key: (k) => k }),
  },
  {
    id: 'value-reference',
    headline: 'Cached values change with the buffer',
    feedback:
      'You copy the keys but store the value array that `append` was given. When the caller fills it again for the next token, all your values become the newest one. Store a copy: `v.slice()`.',
    ...brokenCache({ value: (_k, v) => v }),
  },
  {
    id: 'shared-state',
    headline: 'Two caches share their tokens',
    feedback:
      'Your arrays are `static` or module-level variables, so a second cache reads the tokens of the first. Each sequence needs its own cache: make the arrays fields of the instance.',
    createClass: () => sharedCache('any'),
    isShared: true,
    variants: [
      { createClass: () => sharedCache('fitting'), isShared: true },
      { createClass: () => sharedCache('any') },
      { createClass: () => sharedCache('cleared') },
    ],
  },
  {
    id: 'k-as-v',
    headline: 'Keys averaged instead of values',
    feedback:
      'You store the key instead of the value, so `attend` averages keys. The key decides how well a token matches; the value is what it contributes. Store both, and average the values.',
    ...brokenCache({ value: (k) => [...k] }),
  },
  {
    id: 'keys-and-values-swapped',
    headline: 'Keys and values swapped',
    feedback:
      'You compute the scores with the values and average the keys. `append(k, v)` gets the key first. Compute the scores with the keys, then average the values.',
    ...brokenCache({ swapped: true }),
  },
  {
    id: 'opposite-order',
    headline: 'Values in the opposite order',
    feedback:
      'Your keys are ordered from old to new and your values from new to old, so each weight multiplies the value of a different token. Append both at the same end: entry `j` of both lists must belong to token `j`.',
    ...brokenCache({ put: (values, v) => values.unshift(v) }),
  },
]

/**
 * One pair of arrays for all instances.
 *
 * @param sharing  `fitting`: tokens of other widths may be read in any way; `cleared`: each new instance empties them
 */
function sharedCache(sharing: 'any' | 'fitting' | 'cleared') {
  const make = (): Cache => new (brokenCache({}).createClass() as new () => Cache)()
  let one = make()
  const widths = new Set<string>()
  return class KVCache {
    constructor() {
      if (sharing === 'cleared') one = make()
    }
    get length(): number {
      return one.length
    }
    append(k: Vector, v: Vector): void {
      widths.add(`${k.length} ${v.length}`)
      one.append(k, v)
    }
    attend(q: Vector): number[] {
      if (sharing === 'fitting' && widths.size > 1) throw new NotApplicable({ mayPass: true })
      return one.attend(q)
    }
  }
}
interface Cache {
  readonly length: number
  append(k: Vector, v: Vector): void
  attend(q: Vector): number[]
}
