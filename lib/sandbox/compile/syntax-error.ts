import type { SourcePosition } from '#lib/grading/script.ts'
import { CompileError } from './compile-error.ts'

/** A parser's complaint as a person would say it. `offset` is where in `text` the parser stopped. */
export function syntaxError(message: string, text: string, offset?: number, place?: SourcePosition): CompileError {
  return new CompileError(words(message.replace(/ \(\d+:\d+\)$/, ''), text, offset), place)
}

function words(message: string, text: string, offset: number | undefined): string {
  const known = KNOWN.find(([pattern]) => pattern.test(message))
  if (known) return message.replace(known[0], known[1]).replace(/^.*\n/s, '')
  if (!/^Unexpected token/.test(message) || offset === undefined) return sentence(message)
  const rest = text.slice(offset)
  if (rest.trim() === '')
    return count(text, /[([{]/g) > count(text, /[)\]}]/g) ? UNCLOSED : 'The code ends in the middle of a statement.'
  if (/^with\b/.test(rest)) return WITH
  const expected = /expected "(.+)"/.exec(message)?.[1]
  const found = /^(\w+|\S)/.exec(rest)?.[0] ?? ''
  return `“${found}” does not fit here${expected ? `: “${expected}” was expected` : ''}.`
}

const UNCLOSED = 'A closing bracket is missing: the code ends before everything that was opened is closed.'
const WITH = '“with” is not allowed. Name the object each time.'
const count = (text: string, of: RegExp) => text.match(of)?.length ?? 0

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^Not enough stack space.*/, 'The code is nested too deeply to be read. Give inner parts names of their own.'],
  [/^Unterminated string constant.*/, 'This text has no closing quote.'],
  [/^Unterminated template.*/, 'This template text has no closing backtick.'],
  [/^Unterminated regular expression.*/, 'This regular expression has no closing slash.'],
  [/^Unterminated comment.*/, 'This comment is not closed.'],
  [/^Identifier '(.+)' has already been declared.*/, '“$1” is declared twice.'],
  [/^'with' in strict mode.*/, WITH],
  [/^'return' outside of function.*/, '“return” stands outside of a function.'],
  [/^Unsyntactic (break|continue).*/, '“$1” stands outside of a loop.'],
  [/^Export '(.+)' is not defined.*/, '“$1” is exported but nowhere defined.'],
  [/^Assigning to rvalue.*/, 'Only a variable, a property or an element can be assigned to.'],
]

const sentence = (message: string) => `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.?$/, '.')}`
