import type { EngineError, Explanation } from './engine-error.ts'
import { describeClassCall, describeNotCallable, describeParentCall, describeParentClass } from './explain-call.ts'
import { describeConstant, describeMissingName } from './explain-name.ts'
import {
  describeBigInt,
  describeConversion,
  describeLength,
  describeOffset,
  describeOperand,
} from './explain-operation.ts'
import { describeInnerPattern, describeIterator, describeParameter } from './explain-pattern.ts'
import { describeDelete, describeNothing, describePrivate, describeRead, describeReadOnly } from './explain-property.ts'
import { findFunctionStart, findMember, findName } from './find-culprit.ts'
import { findPath } from './syntax-path.ts'

/** A kind of error that engines make. */
interface ErrorKind {
  /** Matches the message of either engine; the first group is a fact that both give. */
  readonly pattern: RegExp
  readonly explain: (context: EngineError, fact: string) => Explanation | undefined
}

/** In the order in which they are tried: the first explanation counts. */
export const ERROR_KINDS: readonly ErrorKind[] = [
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
    explain: describeOffset('The string would exceed the maximum length.'),
  },
  { pattern: /^Class extends value|^parent class must be/, explain: describeParentClass },
  { pattern: /^(?:Invalid|invalid) array length$/, explain: describeLength },
]
