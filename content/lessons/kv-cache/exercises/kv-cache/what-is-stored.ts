import type { ClassMisconception } from '#lib/grading/define-class.ts'
import { brokenCache, read, type Vector } from './broken-cache.ts'

/** Mistakes about what `append` writes down, and where. */
export const whatIsStored: readonly ClassMisconception[] = [
  {
    id: 'stores-reference',
    headline: 'The past changes with the buffer',
    say: 'You keep the arrays that `append` was given. The caller fills the same two arrays again for the next token, so every token in your cache becomes the newest one. Keep copies: `k.slice()` and `v.slice()`.',
    wrong: brokenCache({
      store(keys, values, k, v) {
        keys.push(k)
        values.push(v)
      },
    }),
  },
  {
    id: 'key-reference',
    headline: 'Past keys change with the buffer',
    say: 'You copy the values but keep the key array that `append` was given. When the caller fills it again for the next token, all your keys become the newest one. Keep a copy: `k.slice()`.',
    wrong: brokenCache({
      store(keys, values, k, v) {
        keys.push(k)
        values.push([...v])
      },
    }),
  },
  {
    id: 'value-reference',
    headline: 'Past values change with the buffer',
    say: 'You copy the keys but keep the value array that `append` was given. When the caller fills it again for the next token, all your values become the newest one. Keep a copy: `v.slice()`.',
    wrong: brokenCache({
      store(keys, values, k, v) {
        keys.push([...k])
        values.push(v)
      },
    }),
  },
  {
    id: 'shared-state',
    headline: 'Two caches share their tokens',
    say: 'Your arrays live outside the instance (`static`, or at the top of the file), so a second cache reads the first one’s tokens. Each sequence needs a cache of its own: make the arrays fields of the instance.',
    wrong: sharedCache,
    shares: true,
  },
  {
    id: 'k-as-v',
    headline: 'The average is of keys',
    say: 'You keep the key where the value belongs, so `attend` averages keys. The key says how well a token matches; the value is what it gives. Keep both, and average the values.',
    wrong: brokenCache({
      store(keys, values, k) {
        keys.push([...k])
        values.push([...k])
      },
    }),
  },
  {
    id: 'keys-and-values-swapped',
    headline: 'Keys and values changed places',
    say: 'You score the query against the values and average the keys. `append(k, v)` gets the key first: match the query with keys, then average the values.',
    wrong: brokenCache({ attend: (q, keys, values) => read(q, values, keys) }),
  },
  {
    id: 'opposite-order',
    headline: 'Values in the opposite order',
    say: 'Your keys run from old to new and your values from new to old, so the weight of each token falls on another token’s value. Put both in at the same end: entry `j` of both must be token `j`.',
    wrong: brokenCache({
      store(keys, values, k, v) {
        keys.push([...k])
        values.unshift([...v])
      },
    }),
  },
]

/** One pair of arrays for all instances of a script. */
function sharedCache() {
  const keys: Vector[] = []
  const values: Vector[] = []
  return class KVCache {
    get length(): number {
      return keys.length
    }
    append(k: Vector, v: Vector): void {
      keys.push([...k])
      values.push([...v])
    }
    attend(q: Vector): number[] {
      return read(q, keys, values)
    }
  }
}
