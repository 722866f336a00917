import { type Outcome, SingleUseIterable } from './script.ts'
import type { Value } from './value.ts'

/**
 * Arguments for code that changes its inputs, results of code that keeps them: new arrays and objects, streams as they
 * are. By hand, since `structuredClone` takes longer than the attention that it copies for.
 */
export function deepCopy<T>(value: T): T {
  if (value === null || typeof value !== 'object' || value instanceof SingleUseIterable) return value
  if (Array.isArray(value)) return (typeof value[0] === 'number' ? value.slice() : value.map(deepCopy)) as T
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, deepCopy(v)])) as T
}

/** A call as the outcome of a step: what it returned, or the kind of error that it threw. */
export function captureOutcome(call: () => Value): Outcome {
  try {
    return { kind: 'returned', value: call() }
  } catch (e) {
    return {
      kind: 'threw',
      error: e instanceof Error ? e.name : typeof e,
      message: e instanceof Error ? e.message : '',
    }
  }
}
