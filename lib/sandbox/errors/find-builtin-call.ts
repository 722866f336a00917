import type { Compiled } from '../compile/compile.ts'
import { type CallNode, findCall, getCallee, unwrap } from './find-culprit.ts'

/** The name of a built-in function that is called by its global name: V8 has no frame for some of them. */
export function findGlobalName(call: CallNode): string | undefined {
  const callee = unwrap(getCallee(call))
  return callee.type === 'Identifier' && BUILTINS.has(callee.name) ? callee.name : undefined
}
const BUILTINS: ReadonlySet<string> = new Set(
  (
    'Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Float16Array Float32Array Float64Array Function Int8Array ' +
    'Int16Array Int32Array Map Number Object Promise Proxy RegExp Set String Symbol Uint8Array Uint8ClampedArray Uint16Array ' +
    'Uint32Array WeakMap WeakSet'
  ).split(' '),
)

/** Whether a built-in function is called by its global name at an offset. */
export function isGlobalCall(compiled: Compiled, offset: number): boolean {
  const call = findCall(compiled, offset)
  return call !== undefined && findGlobalName(call) !== undefined
}
