import type { AnyNode } from 'acorn'
import { FUNCTIONS } from '../compile/assert-supported-syntax.ts'
import type { EngineError, Explanation } from './engine-error.ts'
import { isGlobalCall } from './find-builtin-call.ts'
import { findCall, findMember } from './find-culprit.ts'
import { findPath, walkInOrder } from './syntax-path.ts'

// Errors of destructuring and of iterators.

/** A parameter’s pattern. QuickJS gives no better offset than that of the function. */
export function describeParameter({ compiled, offset, builtin }: EngineError): Explanation | undefined {
  if (builtin || isGlobalCall(compiled, offset)) return undefined
  const parent = findPath(compiled.program, offset).find(
    (one) => FUNCTIONS.has(one.type) || one.type === 'MethodDefinition' || (one.type === 'Property' && one.method),
  )
  const node = parent?.type === 'MethodDefinition' || parent?.type === 'Property' ? parent.value : parent
  if (!node || !('body' in node) || !('params' in node) || offset >= (node.body as AnyNode).start) return undefined
  return {
    offset: node.start,
    message: 'This function destructures a parameter whose value is undefined, null or not iterable.',
  }
}

/**
 * A pattern inside another, for a value that a default does not replace: null, or a number where a list is needed.
 * QuickJS gives the offset of what ran before the whole pattern.
 */
export function describeInnerPattern({ compiled, offset, builtin }: EngineError): Explanation | undefined {
  if (builtin || isGlobalCall(compiled, offset)) return undefined
  for (const node of walkInOrder(compiled.program)) {
    const pattern =
      node.type === 'VariableDeclarator' ? node.id : node.type === 'AssignmentExpression' ? node.left : undefined
    if (!pattern || node.end <= offset || !hasInnerPattern(pattern)) continue
    return {
      offset: pattern.start,
      message: 'A pattern inside this one destructures a value that is null or not iterable.',
    }
  }
  return undefined
}
function hasInnerPattern(pattern: AnyNode): boolean {
  for (const node of walkInOrder(pattern))
    if (node !== pattern && (node.type === 'ObjectPattern' || node.type === 'ArrayPattern')) return true
  return false
}

/** An iterator of the learner’s own that is none. */
export function describeIterator({ compiled, offset, builtin, message }: EngineError): Explanation | undefined {
  if (builtin || (/^not a/.test(message) && (findCall(compiled, offset) || findMember(compiled, offset))))
    return undefined
  const node = findPath(compiled.program, offset).find(({ type }) => ITERATING.has(type))
  return (
    node && {
      offset: node.start,
      message: 'An iterator must be an object whose method `next` returns an object.',
    }
  )
}
const ITERATING: ReadonlySet<string> = new Set([
  'SpreadElement',
  'ForOfStatement',
  'VariableDeclaration',
  'YieldExpression',
  'ExpressionStatement',
])
