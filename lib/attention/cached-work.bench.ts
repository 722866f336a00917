import { KVCache } from './kv-cache.ts'
import type { Matrix } from './matrix.ts'
import { growth } from './testing/growth.ts'

/** The last token of a sequence through a cache that holds the others. */
function cachedStep(Q: Matrix, K: Matrix, V: Matrix): number[] {
  const cache = new KVCache()
  for (const [t, k] of K.entries()) cache.append(k, V[t] ?? [])
  return cache.attend(Q.at(-1) ?? [])
}

/** With a cache a token looks once at each that came before. */
export const bench = growth(import.meta.url, [{ name: 'one token with a KV cache', run: cachedStep, promised: 1 }])
