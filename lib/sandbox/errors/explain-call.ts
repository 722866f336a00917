import { quoteCode } from '../compile/quote-code.ts'
import type { EngineError, Explanation } from './engine-error.ts'
import { findCall, findCallOffset, getCallee, unwrap } from './find-culprit.ts'
import { findPath } from './syntax-path.ts'

// Errors of calls, of `new` and of what a class extends.

/** A class is called without `new`. */
export function describeClassCall({ compiled, offsets, message }: EngineError): Explanation | undefined {
  // QuickJS has a frame in the class first
  const caller = /^class constructors must be invoked with/.test(message) ? (offsets[1] ?? offsets[0]) : offsets[0]
  const call = caller === undefined ? undefined : findCall(compiled, caller)
  if (!call) return undefined
  const callee = quoteCode(compiled.js, unwrap(getCallee(call)))
  return { offset: findCallOffset(compiled, call), message: `${callee ?? 'This'} is a class: call it with \`new\`.` }
}

/** Something that is no function or no constructor is called. */
export function describeNotCallable(context: EngineError): Explanation | undefined {
  const { compiled, offset, builtin, message } = context
  if (builtin) return undefined
  if (message === ' is not a constructor') return describeParentCall(context)
  const call = findCall(compiled, offset)
  if (!call) return undefined
  const callee = quoteCode(compiled.js, unwrap(getCallee(call))) ?? 'What is called here'
  return {
    offset: findCallOffset(compiled, call),
    message: `${callee} is not a ${call.type === 'NewExpression' ? 'constructor' : 'function'}.`,
  }
}

/** A class extends something that is no class. */
export function describeParentClass({ compiled, offset }: EngineError): Explanation | undefined {
  for (const node of findPath(compiled.program, offset)) {
    if ((node.type === 'ClassDeclaration' || node.type === 'ClassExpression') && node.superClass)
      return { offset: node.superClass.start, message: PARENT }
  }
  return { offset, message: PARENT }
}
const PARENT = 'A class can only extend another class.'

/** A parent that is no class is called with `super(…)`. */
export function describeParentCall({ compiled, offset, offsets }: EngineError): Explanation {
  const frame = offsets.find((one) => {
    const type = findPath(compiled.program, one)[0]?.type
    return type !== 'ClassBody' && type !== 'ClassDeclaration' && type !== 'ClassExpression'
  })
  const call = frame === undefined ? undefined : findCall(compiled, frame)
  return { offset: call ? findCallOffset(compiled, call) : offset, message: PARENT }
}
