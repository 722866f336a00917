import type { AnyNode } from 'acorn'
import type { SourcePosition } from '#lib/grading/script.ts'
import type { Compiled } from '../compile/compile.ts'
import { quoteCode } from '../compile/quote-code.ts'
import { DEPTH_LIMIT, TOO_DEEP_MESSAGE } from '../harness/tags.ts'
import type { EngineName } from '../wire/engine-position.ts'
import { describeBuiltinError } from './builtin-errors.ts'
import type { EngineError, Explanation, RawError } from './engine-error.ts'
import { ERROR_KINDS } from './error-kinds.ts'
import { findGlobalName } from './find-builtin-call.ts'
import { type CallNode, findCall, findCallOffset, findFunctionStart, getCallee, unwrap } from './find-culprit.ts'
import { readStack } from './read-stack.ts'
import { findPath } from './syntax-path.ts'

export interface DescribedError {
  readonly error: string
  readonly message: string
  readonly place?: SourcePosition
}

/**
 * Describes an error of a learner’s code: what happened, and where. It says the same whichever engine ran the code, so it
 * uses only what both report: the kind of error, the built-in function that threw, and the expression, which it reads
 * from the code. What the learner’s code threw itself keeps its message.
 *
 * The place is where the expression that failed has its name: the property that was read, the last name of what was
 * called, `new`, an operator; for a value that cannot be iterated over or destructured, where its expression begins.
 */
export function describeError(raw: RawError, compiled: Compiled, engine: EngineName): DescribedError {
  const { builtin, offsets, isGuard } = readStack(raw.stack, compiled, engine)
  const error = raw.name === 'InternalError' ? 'RangeError' : raw.name
  const [first] = offsets
  const at = (offset: number | undefined, message: string): DescribedError => ({
    error,
    message,
    ...(offset !== undefined && { place: compiled.positionAt(offset) }),
  })
  if (isGuard) return at(first, raw.message)
  if (isStackOverflow(raw.name, raw.message))
    return {
      ...at(first === undefined ? first : findFunctionStart(compiled, first), STACK_OVERFLOW.message),
      error: STACK_OVERFLOW.error,
    }
  if (first === undefined) return at(undefined, raw.message)
  const context: EngineError = { ...raw, compiled, builtin, offsets, offset: first }
  const explanation = isThrownByAnswer(context) ? undefined : describeEngineError(context)
  if (explanation) return at(explanation.offset, explanation.message)
  const frame = offsets.find((offset) => !isInConstructor(compiled, offset)) ?? first
  const call = findCall(compiled, frame)
  return at(call ? findCallOffset(compiled, call) : frame, raw.message)
}

/** Recognizes calls that are nested too deeply: the harness’s error, or the engine’s if a built-in is in between. */
export const isStackOverflow = (name: string, message: string): boolean =>
  (name === 'RangeError' && (message === TOO_DEEP_MESSAGE || /call stack/.test(message))) ||
  (name === 'InternalError' && /stack overflow/.test(message))

export const STACK_OVERFLOW = {
  error: 'RangeError',
  message: `Calls are nested deeper than ${DEPTH_LIMIT.toLocaleString('en-US')}, which is the limit here. Does every path get closer to the case that returns without another call?`,
}

/** Whether the answer made the error: `new Error(…)`, or an error class of its own. */
function isThrownByAnswer({ compiled, builtin, offset, message }: EngineError): boolean {
  if (builtin || /^class constructors? |^ is not a constructor$/i.test(message)) return false
  const call = findCall(compiled, offset)
  if (!call) return isInConstructor(compiled, offset)
  const callee = unwrap(getCallee(call))
  return callee.type === 'Super' || (callee.type === 'Identifier' && /(?:Error|Exception)$/.test(callee.name))
}

/** QuickJS has a frame where a derived class calls its parent’s constructor, or the end of a class without a constructor. */
function isInConstructor(compiled: Compiled, offset: number): boolean {
  const [inner] = findPath(compiled.program, offset)
  if (inner?.type === 'ClassBody') return true
  const call = findCall(compiled, offset)
  return call?.type === 'CallExpression' && call.callee.type === 'Super'
}

function describeEngineError(context: EngineError): Explanation | undefined {
  for (const { pattern, explain } of ERROR_KINDS) {
    const match = pattern.exec(context.message)
    const explanation = match && explain(context, match.slice(1).find((part) => part !== undefined) ?? '')
    if (explanation) return explanation
  }
  const { compiled, offset } = context
  const call = findCall(compiled, offset)
  const builtin = context.builtin ?? (call && findGlobalName(call))
  if (!builtin) return undefined
  const callee = call && unwrap(getCallee(call))
  const label = callee && quoteCallee(compiled, callee, call)
  return {
    offset: call ? findCallOffset(compiled, call) : offset,
    message: describeBuiltinError({
      name: context.name,
      message: context.message,
      builtin,
      label: label ?? `\`${builtin}\``,
    }),
  }
}

/** `Object.keys`, `new Map`; of a method of some value only its name: `map`. */
function quoteCallee({ js }: Compiled, callee: AnyNode, call: CallNode): string | undefined {
  if (call.type === 'NewExpression') return quoteCode(`new ${js.slice(callee.start, callee.end)}`, whole)
  if (callee.type !== 'MemberExpression' || callee.computed) return quoteCode(js, callee)
  const isStatic = callee.object.type === 'Identifier' && /^[A-Z]/.test(callee.object.name)
  return quoteCode(js, isStatic ? callee : callee.property)
}
const whole = { start: 0, end: 1000 }
