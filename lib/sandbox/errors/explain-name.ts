import type { AnyNode } from 'acorn'
import type { Compiled } from '../compile/compile.ts'
import type { EngineError, Explanation } from './engine-error.ts'
import { findAssignedName, findName, findSetMember, unwrap } from './find-culprit.ts'
import { findPath } from './syntax-path.ts'

// Errors of names: missing ones, and constants that are assigned.

/** APIs of browsers or Node that the sandbox doesn’t have. */
const PLATFORM =
  /^(Intl|WeakRef|FinalizationRegistry|SharedArrayBuffer|Atomics|WebAssembly|structuredClone|queueMicrotask|setTimeout|setInterval|setImmediate|clearTimeout|clearInterval|requestAnimationFrame|performance|process|require|module|exports|Buffer|global|window|self|document|navigator|location|fetch|XMLHttpRequest|WebSocket|Worker|crypto|localStorage|sessionStorage|indexedDB|alert|prompt|confirm|postMessage|TextEncoder|TextDecoder|URL|URLSearchParams|atob|btoa|Blob|File|Event|EventTarget|AbortController|Temporal)$/

/** A name is used that the code doesn’t declare and the sandbox doesn’t have. */
export function describeMissingName({ compiled, offset }: EngineError, name: string): Explanation {
  return {
    offset: findName(compiled, offset, name),
    message: PLATFORM.test(name)
      ? `${name} is not available here: your code can use the JavaScript language, but no browser or Node APIs.`
      : `\`${name}\` is not defined.`,
  }
}

/** A variable that is declared with `const` is assigned again. */
export function describeConstant(
  { compiled, offset, builtin, message }: EngineError,
  capturedName: string,
): Explanation | undefined {
  if (builtin) return undefined // it changes a property: `Object.freeze([2, 1]).reverse()`
  const name = capturedName || findAssignedName(compiled, offset)
  if (!/constant variable/.test(message)) {
    const isProperty = findSetMember(compiled, offset) && !findAssignment(compiled, offset, name)
    if (isProperty) return undefined
  }
  return {
    offset: name ? findName(compiled, offset, name) : offset,
    message: `${name ? `\`${name}\`` : 'This variable'} is declared with \`const\`, so it cannot be assigned again.`,
  }
}
/** The assignment to a variable around an offset. */
const findAssignment = ({ program }: Compiled, offset: number, name: string | undefined): AnyNode | undefined =>
  findPath(program, offset).find(
    (node) =>
      (node.type === 'AssignmentExpression' && isVariable(node.left, name)) ||
      (node.type === 'UpdateExpression' && isVariable(node.argument, name)),
  )
const isVariable = (node: AnyNode, name: string | undefined): boolean => {
  const target = unwrap(node)
  return (target.type === 'Identifier' && target.name === name) || /Pattern$/.test(target.type)
}
