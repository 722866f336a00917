import type { AnyNode, CallExpression, MemberExpression, NewExpression, TaggedTemplateExpression } from 'acorn'
import { FUNCTIONS } from '../compile/assert-supported-syntax.ts'
import type { Compiled } from '../compile/compile.ts'
import { findPath, walkInOrder } from './syntax-path.ts'

export type CallNode = CallExpression | NewExpression | TaggedTemplateExpression
type Code = Pick<Compiled, 'js' | 'program'>

/**
 * Finds the call that an engine means by an offset: V8 gives the callee’s last name or `new`, QuickJS the bracket that
 * opens the arguments, or the `return` of a call’s result.
 */
export function findCall({ program }: Code, offset: number): CallNode | undefined {
  const path = findPath(program, offset)
  const [inner] = path
  if (inner?.type === 'ReturnStatement') return inner.argument ? findTailCall(inner.argument) : undefined
  return path.find(
    (node): node is CallNode =>
      ((node.type === 'CallExpression' || node.type === 'NewExpression') && !isInside(node.arguments, offset)) ||
      (node.type === 'TaggedTemplateExpression' && offset <= node.quasi.start),
  )
}

/** The call whose result a `return` returns: QuickJS gives the offset of the `return`. */
function findTailCall(node: AnyNode): CallNode | undefined {
  switch (node.type) {
    case 'CallExpression':
    case 'TaggedTemplateExpression':
      return node
    case 'ParenthesizedExpression':
    case 'ChainExpression':
      return findTailCall(node.expression)
    case 'ConditionalExpression':
      return findTailCall(node.consequent) ?? findTailCall(node.alternate)
    case 'LogicalExpression':
      return findTailCall(node.right)
    case 'SequenceExpression': {
      const last = node.expressions.at(-1)
      return last && findTailCall(last)
    }
    default:
      return undefined
  }
}
const isInside = (nodes: readonly AnyNode[], offset: number): boolean =>
  nodes.some(({ start, end }) => start <= offset && offset < end)

/**
 * Finds the property access that an engine means by an offset: the property, the dot, the bracket, the beginning of the
 * whole expression, or the operator that assigns to it.
 */
export function findMember({ program }: Code, offset: number, key?: string): MemberExpression | undefined {
  const path = findPath(program, offset)
  const members = path.filter((node): node is MemberExpression => node.type === 'MemberExpression')
  const member = members.find(
    (node) => offset >= node.object.end && !(node.computed && isInside([node.property], offset)),
  )
  // of `v.a.b += 1`, V8 gives the place of `v.a`; of `v[i]++`, that of the index
  const targets = path.map(findTarget)
  const candidates = [member, ...targets, ...members.filter((node) => node.start === offset).reverse(), members[0]]
  return candidates.find((node) => node && isNamed(node, key)) ?? candidates.find((node) => node !== undefined)
}
const isNamed = ({ property, computed }: MemberExpression, key: string | undefined): boolean =>
  key === undefined ||
  (computed
    ? property.type !== 'Literal' || String(property.value) === key
    : 'name' in property && property.name === key.replace(/^#/, ''))

/** The property that a node changes or deletes. */
function findTarget(node: AnyNode): MemberExpression | undefined {
  if (node.type === 'AssignmentExpression') return memberIn(node.left)
  return node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === 'delete')
    ? memberIn(node.argument)
    : undefined
}

/** Finds the property that an assignment at an offset sets: QuickJS may give an offset in the new value. */
export function findSetMember(code: Code, offset: number): MemberExpression | undefined {
  for (const node of findPath(code.program, offset)) {
    if (FUNCTIONS.has(node.type)) break
    const target = node.type === 'AssignmentExpression' && offset >= node.left.end ? memberIn(node.left) : undefined
    if (target) return target
  }
  return findMember(code, offset)
}
function memberIn(node: AnyNode): MemberExpression | undefined {
  if (node.type === 'ParenthesizedExpression' || node.type === 'ChainExpression') return memberIn(node.expression)
  return node.type === 'MemberExpression' ? node : undefined
}

/**
 * Finds the use of a name that an engine means by an offset: the target of the assignment around it, or the first use at
 * the offset or after it, because V8 may give the beginning of the statement.
 */
export function findName({ program }: Code, offset: number, name: string): number {
  const path = findPath(program, offset)
  const isRead = path[0]?.type === 'Identifier' && path[0].name === name
  for (const node of path) {
    if (node.type !== 'AssignmentExpression' || (isRead && offset >= node.right.start)) continue
    const target = findIn(node.left, Math.min(offset, node.left.end), name) ?? findIn(node.left, node.left.start, name)
    if (target !== undefined) return target
  }
  for (const node of path) {
    const targetOffset = findIn(node, offset, name)
    if (targetOffset !== undefined) return targetOffset
  }
  return offset
}
function findIn(node: AnyNode, from: number, name: string): number | undefined {
  for (const inner of walkInOrder(node))
    if (inner.type === 'Identifier' && inner.name === name && inner.start >= from) return inner.start
  return undefined
}

/** Finds the assignment at an offset, whose target may be before it. */
export function findAssignedName({ program }: Code, offset: number): string | undefined {
  const [inner, outer] = findPath(program, offset)
  for (const node of [inner, outer]) {
    if (node?.type === 'Identifier') return node.name
    if (node?.type === 'AssignmentExpression' && node.left.type === 'Identifier') return node.left.name
    if (node?.type === 'UpdateExpression' && node.argument.type === 'Identifier') return node.argument.name
  }
  return undefined
}

/** Finds the beginning of the function around an offset. */
export const findFunctionStart = ({ program }: Code, offset: number): number =>
  findPath(program, offset).find(({ type }) => FUNCTIONS.has(type))?.start ?? offset

/** Where a learner looks for an access: at the property’s name or its bracket, which may be on a later line. */
export function findMemberOffset({ js }: Code, { object, property, computed }: MemberExpression): number {
  return computed ? js.indexOf('[', object.end) : property.start
}

/** Where a learner looks for a call: at `new`, or at the last name of what is called. */
export function findCallOffset(code: Code, call: CallNode): number {
  if (call.type === 'NewExpression') return call.start
  const callee = unwrap(getCallee(call))
  return callee.type === 'MemberExpression' ? findMemberOffset(code, callee) : getCallee(call).start
}
export const getCallee = (call: CallNode): AnyNode =>
  call.type === 'TaggedTemplateExpression' ? call.tag : call.callee

/** A node without the parentheses around it. */
export function unwrap(node: AnyNode): AnyNode {
  return node.type === 'ParenthesizedExpression' || node.type === 'ChainExpression' ? unwrap(node.expression) : node
}
