import type { AnyNode } from 'acorn'
import type { Compiled } from '../compile/compile.ts'
import { quoteCode } from '../compile/quote-code.ts'
import type { EngineError, Explanation } from './engine-error.ts'
import { findMember, findMemberOffset, findSetMember, unwrap } from './find-culprit.ts'
import { findPath } from './syntax-path.ts'

// Errors of reading, setting and deleting properties.

/** A property of undefined or null is read. */
export function describeRead(context: EngineError, nothing: string): Explanation | undefined {
  return describeNothing(context, nothing, 'read')
}

/** A property of undefined or null is read or set. */
export function describeNothing(
  { compiled, offset, message = '' }: Pick<EngineError, 'compiled' | 'offset'> & Partial<EngineError>,
  nothing: string,
  verb: 'read' | 'set',
): Explanation | undefined {
  const key = /(?:reading|property) '(.*)'(?:\)$| of )/s.exec(message)?.[1]
  const member = verb === 'set' ? findSetMember(compiled, offset) : findMember(compiled, offset, key)
  if (!member || member.property.type === 'PrivateIdentifier') return undefined
  const subject = quoteCode(compiled.js, member.object) ?? 'This value'
  const target =
    quoteCode(compiled.js, member) ??
    (member.computed ? 'an element of it' : (quoteCode(compiled.js, member.property) ?? 'a property of it'))
  return {
    offset: findMemberOffset(compiled, member),
    message: `${subject} is ${nothing}, so ${target} cannot be ${verb}.`,
  }
}

/** A private member of an object of another class is used. */
export function describePrivate({ compiled, offset }: EngineError): Explanation | undefined {
  const member = findMember(compiled, offset)
  if (member?.property.type !== 'PrivateIdentifier') return undefined
  const object = quoteCode(compiled.js, member.object) ?? 'This value'
  return {
    offset: findMemberOffset(compiled, member),
    message: `${object} is not an instance of the class that declares \`#${member.property.name}\`.`,
  }
}

/** A property that is read-only, or that the object can’t take, is set. */
export function describeReadOnly({ compiled, offset, builtin, message }: EngineError): Explanation | undefined {
  if (builtin) return undefined
  const member = findSetMember(compiled, offset)
  if (!member || (message === 'not an object' && !isAssigned(compiled, member))) return undefined
  const target = quoteCode(compiled.js, member) ?? 'This property'
  return {
    offset: findMemberOffset(compiled, member),
    message: `${target} cannot be set: it is read-only, or the object takes no new properties.`,
  }
}
const isAssigned = ({ program }: Compiled, member: AnyNode): boolean =>
  findPath(program, member.start).some(
    (node) =>
      (node.type === 'AssignmentExpression' && unwrap(node.left) === member) ||
      (node.type === 'UpdateExpression' && unwrap(node.argument) === member),
  )

/** A property that can’t be deleted is deleted. */
export function describeDelete({ compiled, offset, builtin, message }: EngineError): Explanation | undefined {
  if (builtin) return undefined
  const deletion = findPath(compiled.program, offset).find(
    (node) => node.type === 'UnaryExpression' && node.operator === 'delete',
  )
  const member = deletion?.type === 'UnaryExpression' ? unwrap(deletion.argument) : undefined
  if (member?.type !== 'MemberExpression') return undefined
  const target = quoteCode(compiled.js, member) ?? 'This property'
  return {
    offset: findMemberOffset(compiled, member),
    message: /convert/.test(message)
      ? `${target} cannot be deleted: ${quoteCode(compiled.js, member.object) ?? 'the object'} is undefined or null.`
      : `${target} cannot be deleted: it is read-only.`,
  }
}
