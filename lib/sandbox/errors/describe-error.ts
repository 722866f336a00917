import type { AnyNode } from 'acorn'
import type { SourcePosition } from '#lib/grading/script.ts'
import { FUNCTIONS } from '../compile/assert-supported-syntax.ts'
import type { Compiled } from '../compile/compile.ts'
import { quoteCode } from '../compile/quote-code.ts'
import { DEPTH_LIMIT, TOO_DEEP_MESSAGE } from '../harness/tags.ts'
import type { EngineName } from '../wire/engine-position.ts'
import { describeBuiltinError } from './builtin-errors.ts'
import {
  type CallNode,
  findAssignedName,
  findCall,
  findFunctionStart,
  findMember,
  findName,
  findSetMember,
  getCallee,
  placeOfCall,
  placeOfMember,
  unwrap,
} from './find-culprit.ts'
import { readStack } from './read-stack.ts'
import { findPath, walkInOrder } from './syntax-path.ts'

/** An error as an engine reported it. */
export interface RawError {
  readonly name: string
  readonly message: string
  readonly stack: string
}
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
    ...(offset !== undefined && { place: compiled.place(offset) }),
  })
  if (isGuard) return at(first, raw.message)
  if (isStackOverflow(raw.name, raw.message))
    return {
      ...at(first === undefined ? first : findFunctionStart(compiled, first), STACK_OVERFLOW.message),
      error: STACK_OVERFLOW.error,
    }
  if (first === undefined) return at(undefined, raw.message)
  const context: Context = { ...raw, compiled, builtin, offsets, offset: first }
  const found = isThrownByAnswer(context) ? undefined : describeEngineError(context)
  if (found) return at(found.offset, found.message)
  const frame = offsets.find((offset) => !isInConstructor(compiled, offset)) ?? first
  const call = findCall(compiled, frame)
  return at(call ? placeOfCall(compiled, call) : frame, raw.message)
}

/** Recognizes calls that are nested too deeply: the harness’s error, or the engine’s if a built-in is in between. */
export const isStackOverflow = (name: string, message: string): boolean =>
  (name === 'RangeError' && (message === TOO_DEEP_MESSAGE || /call stack/.test(message))) ||
  (name === 'InternalError' && /stack overflow/.test(message))

export const STACK_OVERFLOW = {
  error: 'RangeError',
  message: `Calls are nested deeper than ${DEPTH_LIMIT.toLocaleString('en-US')}, which is the limit here. Does every path get closer to the case that returns without another call?`,
}

interface Context extends RawError {
  readonly compiled: Compiled
  readonly builtin: string | undefined
  readonly offset: number
  readonly offsets: readonly number[]
}
interface Found {
  readonly offset: number
  readonly message: string
}

/** Whether the answer made the error: `new Error(…)`, or an error class of its own. */
function isThrownByAnswer({ compiled, builtin, offset, message }: Context): boolean {
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

function describeEngineError(context: Context): Found | undefined {
  for (const { pattern, explain } of KINDS) {
    const match = pattern.exec(context.message)
    const found = match && explain(context, match.slice(1).find((part) => part !== undefined) ?? '')
    if (found) return found
  }
  const { compiled, offset } = context
  const call = findCall(compiled, offset)
  const builtin = context.builtin ?? (call && findGlobalName(call))
  if (!builtin) return undefined
  const callee = call && unwrap(getCallee(call))
  const label = callee && quoteCallee(compiled, callee, call)
  return {
    offset: call ? placeOfCall(compiled, call) : offset,
    message: describeBuiltinError({
      name: context.name,
      message: context.message,
      builtin,
      label: label ?? `\`${builtin}\``,
    }),
  }
}

/** The name of a built-in function that is called by its global name: V8 has no frame for some of them. */
function findGlobalName(call: CallNode): string | undefined {
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

/** `Object.keys`, `new Map`; of a method of some value only its name: `map`. */
function quoteCallee({ js }: Compiled, callee: AnyNode, call: CallNode): string | undefined {
  if (call.type === 'NewExpression') return quoteCode(`new ${js.slice(callee.start, callee.end)}`, whole)
  if (callee.type !== 'MemberExpression' || callee.computed) return quoteCode(js, callee)
  const isStatic = callee.object.type === 'Identifier' && /^[A-Z]/.test(callee.object.name)
  return quoteCode(js, isStatic ? callee : callee.property)
}
const whole = { start: 0, end: 1000 }

interface Kind {
  /** Matches the message of either engine; the first group is a fact that both give. */
  readonly pattern: RegExp
  readonly explain: (context: Context, fact: string) => Found | undefined
}

const KINDS: readonly Kind[] = [
  {
    pattern: /^(?:Cannot read properties of (undefined|null)|cannot read property(?! 'Symbol).* of (undefined|null)$)/s,
    explain: describeRead,
  },
  {
    pattern: /^(undefined|null) is not iterable \(cannot read/,
    explain: ({ compiled, offset }, nothing) => {
      const isBracket = compiled.js[offset] === '[' && findMember(compiled, offset)?.computed
      return isBracket ? describeNothing({ compiled, offset }, nothing, 'read') : undefined
    },
  },
  {
    pattern: /^(?:Cannot set properties of (undefined|null)|cannot set property.* of (undefined|null)$)/s,
    explain: (context, nothing) => describeNothing(context, nothing, 'set'),
  },
  { pattern: /^'?(.+?)'? is not defined$/, explain: describeMissingName },
  {
    pattern: /^(?:Cannot access '(.+)' before initialization|(?!this\b)(.+) is not initialized)$/,
    explain: ({ compiled, offset }, name) => ({
      offset: findName(compiled, offset, name),
      message: `\`${name}\` is used before its declaration has run.`,
    }),
  },
  {
    pattern: /^(?:Must call super constructor|this is not initialized)/,
    explain: ({ compiled, offset }) => {
      const [inner] = findPath(compiled.program, offset)
      return {
        offset: inner?.type === 'ThisExpression' ? offset : findFunctionStart(compiled, offset),
        message: 'A derived class must call `super(…)` before it uses `this`, and before its constructor ends.',
      }
    },
  },
  { pattern: /^(?:Assignment to constant variable|'(.+)' is read-only$)/, explain: describeConstant },
  {
    pattern:
      /^(?:class constructors must be|Class constructor .* cannot be) invoked without 'new'|^class constructors must be invoked with 'new'$/,
    explain: describeClassCall,
  },
  { pattern: /is not a (?:function|constructor)$|^not a (?:function|constructor)$/, explain: describeNotCallable },
  {
    pattern: /private (?:member|class field|method)|^invalid brand|^Receiver must be|^not an object$|'#[^']+'\)$/,
    explain: describePrivate,
  },
  {
    pattern:
      /read only property|is read-only$|not extensible$|only a getter$|^no setter|^Cannot create property|^not an object$/,
    explain: describeReadOnly,
  },
  {
    pattern: /delete property|^(?:C|c)annot convert (?:undefined or null )?to object$/,
    explain: describeDelete,
  },
  {
    pattern: /^Cannot destructure|^cannot convert to object$|is not iterable|Symbol\.iterator/,
    explain: describeParameter,
  },
  {
    pattern: /^Cannot destructure|^cannot convert to object$|is not iterable|Symbol\.iterator/,
    explain: describeInnerPattern,
  },
  {
    pattern:
      /^[Cc]annot convert a? ?[Ss]ymbol (?:value )?to a? ?(number|string)$|^Cannot convert object to primitive value$|^toPrimitive$|not a function$/,
    explain: describeConversion,
  },
  {
    pattern:
      /is not iterable$|Iterator result|Result of the Symbol\.iterator|^iterator must|^not an? (?:object|function)$/,
    explain: describeIterator,
  },
  { pattern: /^Super constructor/, explain: describeParentCall },
  {
    pattern: /'in' operator|^invalid 'in' operand$/,
    explain: describeOperand('in', 'The right side of `in` is not an object.'),
  },
  {
    pattern: /instanceof|operand 'prototype'/,
    explain: describeOperand('instanceof', 'The right side of `instanceof` is not a class or a constructor function.'),
  },
  {
    pattern:
      /mix BigInt|^cannot convert bigint to number$|BigInt value to a number|unary \+$|no unsigned right shift|forbidden for >>>/,
    explain: describeBigInt,
  },
  { pattern: /ivision by zero$/, explain: describeOffset('A BigInt cannot be divided by zero.') },
  {
    pattern: /^undefined must be positive$|^Exponent must be|negative exponent$/,
    explain: describeOffset('The exponent of a BigInt cannot be negative.'),
  },
  {
    pattern: /^Generator is already running$|running generator$/,
    explain: describeOffset('This generator is already running.'),
  },
  {
    pattern: /^invalid string length$|^string too long$/i,
    explain: describeOffset('The string would be longer than strings can be.'),
  },
  { pattern: /^Class extends value|^parent class must be/, explain: describeParentClass },
  { pattern: /^(?:Invalid|invalid) array length$/, explain: describeLength },
]

function describeRead(context: Context, nothing: string): Found | undefined {
  return describeNothing(context, nothing, 'read')
}

function describeNothing(
  { compiled, offset, message = '' }: Pick<Context, 'compiled' | 'offset'> & Partial<Context>,
  nothing: string,
  verb: 'read' | 'set',
): Found | undefined {
  const key = /(?:reading|property) '(.*)'(?:\)$| of )/s.exec(message)?.[1]
  const member = verb === 'set' ? findSetMember(compiled, offset) : findMember(compiled, offset, key)
  if (!member || member.property.type === 'PrivateIdentifier') return undefined
  const subject = quoteCode(compiled.js, member.object) ?? 'This value'
  const target =
    quoteCode(compiled.js, member) ??
    (member.computed ? 'an element of it' : (quoteCode(compiled.js, member.property) ?? 'a property of it'))
  return {
    offset: placeOfMember(compiled, member),
    message: `${subject} is ${nothing}, so ${target} cannot be ${verb}.`,
  }
}

/** APIs of browsers or Node that the sandbox doesn’t have. */
const PLATFORM =
  /^(Intl|WeakRef|FinalizationRegistry|SharedArrayBuffer|Atomics|WebAssembly|structuredClone|queueMicrotask|setTimeout|setInterval|setImmediate|clearTimeout|clearInterval|requestAnimationFrame|performance|process|require|module|exports|Buffer|global|window|self|document|navigator|location|fetch|XMLHttpRequest|WebSocket|Worker|crypto|localStorage|sessionStorage|indexedDB|alert|prompt|confirm|postMessage|TextEncoder|TextDecoder|URL|URLSearchParams|atob|btoa|Blob|File|Event|EventTarget|AbortController|Temporal)$/

function describeMissingName({ compiled, offset }: Context, name: string): Found {
  return {
    offset: findName(compiled, offset, name),
    message: PLATFORM.test(name)
      ? `${name} is not available here: your code can use the JavaScript language, but no browser or Node APIs.`
      : `\`${name}\` is not defined.`,
  }
}

function describeConstant({ compiled, offset, builtin, message }: Context, named: string): Found | undefined {
  if (builtin) return undefined // it changes a property: `Object.freeze([2, 1]).reverse()`
  const name = named || findAssignedName(compiled, offset)
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

function describeClassCall({ compiled, offsets, message }: Context): Found | undefined {
  // QuickJS has a frame in the class first
  const caller = /^class constructors must be invoked with/.test(message) ? (offsets[1] ?? offsets[0]) : offsets[0]
  const call = caller === undefined ? undefined : findCall(compiled, caller)
  if (!call) return undefined
  const callee = quoteCode(compiled.js, unwrap(getCallee(call)))
  return { offset: placeOfCall(compiled, call), message: `${callee ?? 'This'} is a class: call it with \`new\`.` }
}

function describeNotCallable(context: Context): Found | undefined {
  const { compiled, offset, builtin, message } = context
  if (builtin) return undefined
  if (message === ' is not a constructor') return describeParentCall(context)
  const call = findCall(compiled, offset)
  if (!call) return undefined
  const callee = quoteCode(compiled.js, unwrap(getCallee(call))) ?? 'What is called here'
  return {
    offset: placeOfCall(compiled, call),
    message: `${callee} is not a ${call.type === 'NewExpression' ? 'constructor' : 'function'}.`,
  }
}

function describePrivate({ compiled, offset }: Context): Found | undefined {
  const member = findMember(compiled, offset)
  if (member?.property.type !== 'PrivateIdentifier') return undefined
  const object = quoteCode(compiled.js, member.object) ?? 'This value'
  return {
    offset: placeOfMember(compiled, member),
    message: `${object} is not an instance of the class that declares \`#${member.property.name}\`.`,
  }
}

function describeReadOnly({ compiled, offset, builtin, message }: Context): Found | undefined {
  if (builtin) return undefined
  const member = findSetMember(compiled, offset)
  if (!member || (message === 'not an object' && !isAssigned(compiled, member))) return undefined
  const target = quoteCode(compiled.js, member) ?? 'This property'
  return {
    offset: placeOfMember(compiled, member),
    message: `${target} cannot be set: it is read-only, or the object takes no new properties.`,
  }
}
const isAssigned = ({ program }: Compiled, member: AnyNode): boolean =>
  findPath(program, member.start).some(
    (node) =>
      (node.type === 'AssignmentExpression' && unwrap(node.left) === member) ||
      (node.type === 'UpdateExpression' && unwrap(node.argument) === member),
  )

function describeDelete({ compiled, offset, builtin, message }: Context): Found | undefined {
  if (builtin) return undefined
  const deletion = findPath(compiled.program, offset).find(
    (node) => node.type === 'UnaryExpression' && node.operator === 'delete',
  )
  const member = deletion?.type === 'UnaryExpression' ? unwrap(deletion.argument) : undefined
  if (member?.type !== 'MemberExpression') return undefined
  const target = quoteCode(compiled.js, member) ?? 'This property'
  return {
    offset: placeOfMember(compiled, member),
    message: /convert/.test(message)
      ? `${target} cannot be deleted: ${quoteCode(compiled.js, member.object) ?? 'the object'} is undefined or null.`
      : `${target} cannot be deleted: it is read-only.`,
  }
}

/** A parameter’s pattern. QuickJS gives no better offset than that of the function. */
function describeParameter({ compiled, offset, builtin }: Context): Found | undefined {
  if (builtin || findGlobalCall(compiled, offset)) return undefined
  const found = findPath(compiled.program, offset).find(
    (one) => FUNCTIONS.has(one.type) || one.type === 'MethodDefinition' || (one.type === 'Property' && one.method),
  )
  const node = found?.type === 'MethodDefinition' || found?.type === 'Property' ? found.value : found
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
function describeInnerPattern({ compiled, offset, builtin }: Context): Found | undefined {
  if (builtin || findGlobalCall(compiled, offset)) return undefined
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
function describeIterator({ compiled, offset, builtin, message }: Context): Found | undefined {
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

function findGlobalCall(compiled: Compiled, offset: number): boolean {
  const call = findCall(compiled, offset)
  return call !== undefined && findGlobalName(call) !== undefined
}

function describeOperand(operator: string, message: string) {
  return ({ compiled, offset }: Context): Found | undefined => {
    const node = findPath(compiled.program, offset).find(
      (one) => one.type === 'BinaryExpression' && one.operator === operator,
    )
    return node?.type === 'BinaryExpression'
      ? { offset: compiled.js.indexOf(operator, node.left.end), message }
      : undefined
  }
}

function describeOffset(message: string) {
  return ({ compiled, offset, builtin }: Context): Found => {
    const call = builtin === undefined ? undefined : findCall(compiled, offset)
    const [inner] = findPath(compiled.program, offset)
    const start = inner?.type === 'AssignmentExpression' ? inner.start : offset
    return { offset: call ? placeOfCall(compiled, call) : start, message }
  }
}

function describeBigInt({ compiled, offset, builtin }: Context): Found | undefined {
  if (builtin || findGlobalCall(compiled, offset)) return undefined
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
function describeConversion({ compiled, offset, builtin, message: raw }: Context, type: string): Found | undefined {
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
    return { offset: placeOfCall(compiled, call), message }
  if (/function$/.test(raw) && !path.some(({ type: kind }) => kind === 'TemplateLiteral')) return undefined
  // of a template, V8 gives the beginning of the statement or of the value, QuickJS that of the value
  return { offset: path.find((node) => isStatement(node))?.start ?? offset, message }
}
const isStatement = ({ type }: AnyNode): boolean => /(?:Statement|Declaration)$/.test(type) && type !== 'BlockStatement'

function describeParentClass({ compiled, offset }: Context): Found | undefined {
  for (const node of findPath(compiled.program, offset)) {
    if ((node.type === 'ClassDeclaration' || node.type === 'ClassExpression') && node.superClass)
      return { offset: node.superClass.start, message: PARENT }
  }
  return { offset, message: PARENT }
}
const PARENT = 'A class can only extend another class.'

function describeParentCall({ compiled, offset, offsets }: Context): Found {
  const frame = offsets.find((one) => {
    const type = findPath(compiled.program, one)[0]?.type
    return type !== 'ClassBody' && type !== 'ClassDeclaration' && type !== 'ClassExpression'
  })
  const call = frame === undefined ? undefined : findCall(compiled, frame)
  return { offset: call ? placeOfCall(compiled, call) : offset, message: PARENT }
}

function describeLength({ compiled, offset, builtin }: Context): Found | undefined {
  if (builtin && builtin !== 'Array') return undefined
  const message = 'The length of an array must be a whole number from 0 to 4,294,967,295.'
  const call = findCall(compiled, offset)
  const assignment = findPath(compiled.program, offset).find(({ type }) => type === 'AssignmentExpression')
  if (assignment && (!call || call.start < assignment.start)) return { offset: assignment.start, message }
  return { offset: call ? placeOfCall(compiled, call) : offset, message }
}
