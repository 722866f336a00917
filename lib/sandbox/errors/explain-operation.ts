import type { AnyNode } from 'acorn'
import type { EngineError, Explanation } from './engine-error.ts'
import { findGlobalName, isGlobalCall } from './find-builtin-call.ts'
import { findCall, findCallOffset } from './find-culprit.ts'
import { findPath } from './syntax-path.ts'

// Errors of operators, conversions and lengths.

/** An operator has a right side that it can’t take. */
export function describeOperand(operator: string, message: string) {
  return ({ compiled, offset }: EngineError): Explanation | undefined => {
    const node = findPath(compiled.program, offset).find(
      (one) => one.type === 'BinaryExpression' && one.operator === operator,
    )
    return node?.type === 'BinaryExpression'
      ? { offset: compiled.js.indexOf(operator, node.left.end), message }
      : undefined
  }
}

/** An error whose kind says all there is to say. */
export function describeOffset(message: string) {
  return ({ compiled, offset, builtin }: EngineError): Explanation => {
    const call = builtin === undefined ? undefined : findCall(compiled, offset)
    const [inner] = findPath(compiled.program, offset)
    const start = inner?.type === 'AssignmentExpression' ? inner.start : offset
    return { offset: call ? findCallOffset(compiled, call) : start, message }
  }
}

/** A BigInt is mixed with other numbers. */
export function describeBigInt({ compiled, offset, builtin }: EngineError): Explanation | undefined {
  if (builtin || isGlobalCall(compiled, offset)) return undefined
  const [inner] = findPath(compiled.program, offset)
  if (inner?.type === 'UnaryExpression')
    return { offset: inner.start, message: 'A BigInt cannot be converted with `+`. Write `Number(…)`.' }
  const isShift = inner?.type === 'BinaryExpression' && inner.operator === '>>>'
  return {
    offset: inner?.type === 'AssignmentExpression' ? inner.left.start : offset,
    message: isShift
      ? 'A BigInt has no `>>>`. Write `>>`.'
      : 'A BigInt cannot be mixed with other numbers. Convert one of them with `BigInt(…)` or `Number(…)`.',
  }
}

/** A value that becomes text or a number: at an operator, in a template, or in a built-in function. */
export function describeConversion(
  { compiled, offset, builtin, message: raw }: EngineError,
  type: string,
): Explanation | undefined {
  const message =
    type === 'number' || type === 'string'
      ? `A symbol cannot be converted to a ${type}.`
      : 'This object cannot be converted to a string or a number.'
  const call = findCall(compiled, offset)
  const path = findPath(compiled.program, offset)
  const [inner] = path
  const isOperator = inner?.type === 'BinaryExpression' || inner?.type === 'UnaryExpression'
  if (isOperator) return { offset, message }
  if (/function$/.test(raw) && (builtin ? builtin !== 'concat' : call)) return undefined
  const converts = call && findGlobalName(call)
  if (call && (builtin ? builtin !== 'concat' : converts && converts !== 'Symbol'))
    return { offset: findCallOffset(compiled, call), message }
  if (/function$/.test(raw) && !path.some(({ type: kind }) => kind === 'TemplateLiteral')) return undefined
  // of a template, V8 gives the beginning of the statement or of the value, QuickJS that of the value
  return { offset: path.find((node) => isStatement(node))?.start ?? offset, message }
}
const isStatement = ({ type }: AnyNode): boolean => /(?:Statement|Declaration)$/.test(type) && type !== 'BlockStatement'

/** An array gets a length that it can’t have. */
export function describeLength({ compiled, offset, builtin }: EngineError): Explanation | undefined {
  if (builtin && builtin !== 'Array') return undefined
  const message = 'The length of an array must be a whole number from 0 to 4,294,967,295.'
  const call = findCall(compiled, offset)
  const assignment = findPath(compiled.program, offset).find(({ type }) => type === 'AssignmentExpression')
  if (assignment && (!call || call.start < assignment.start)) return { offset: assignment.start, message }
  return { offset: call ? findCallOffset(compiled, call) : offset, message }
}
