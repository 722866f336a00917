import type { SourcePosition } from '#lib/grading/script.ts'
import { CompileError } from './compile-error.ts'

/** A parser's complaint as a person would say it. `offset` is where in `text` the parser stopped. */
export function syntaxError(message: string, text: string, offset?: number, position?: SourcePosition): CompileError {
  return new CompileError(describeSyntaxError(message.replace(/ \(\d+:\d+\)$/, ''), text, offset), position)
}

/** Where what a parser complains about begins: it notices an unclosed text, pattern or comment later. */
export function findErrorStart(message: string, source: string, mask: string, offset: number): number {
  if (/^Unterminated (?:regular expression|template)/.test(message) && /[/`]/.test(source[offset - 1] ?? ''))
    return source[offset - 2] === '<' ? offset - 2 : offset - 1
  if (!/^Unterminated comment/.test(message)) return offset
  const start = source.indexOf('/*', mask.trimEnd().length)
  return start < 0 ? offset : start
}

function describeSyntaxError(message: string, text: string, offset: number | undefined): string {
  if (/^Unterminated regular expression/.test(message) && text.startsWith('</', offset)) return JSX
  const match = KNOWN.find(([pattern]) => pattern.test(message))
  if (match) return message.replace(match[0], match[1]).replace(/^.*\n/s, '')
  if (!/^Unexpected token/.test(message) || offset === undefined) return sentence(message)
  const rest = text.slice(offset)
  if (rest.trim() === '')
    return count(text, /[([{]/g) > count(text, /[)\]}]/g) ? UNCLOSED : 'The code ends in the middle of a statement.'
  if (/^with\b/.test(rest)) return WITH
  if (rest.startsWith('**')) return POWER
  if (/^[ \t]*#[ \t]/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))) return HASH
  if (/^[;,\n]/.test(rest) && /\bconst\s+[\w$]+\s*$/.test(text.slice(0, offset))) return CONST
  const expected = /expected "(.+)"/.exec(message)?.[1]
  const token = /^(\w+|=>|\S)/.exec(rest)?.[0] ?? ''
  return `“${token}” does not fit here${expected ? `: “${expected}” was expected` : ''}.`
}

const UNCLOSED = 'A closing bracket is missing: the code ends before every opened bracket is closed.'
const WITH = '“with” is not allowed. Name the object each time.'
const HASH = 'A comment begins with “//”, not with “#”.'
const JSX = 'Tags such as `<div>` (JSX) are not supported here. Remove them.'
const POWER =
  '“**” cannot follow a negative number or a “!”. Put parentheses around the left side: `(-x) ** 2`, or `-(x ** 2)`.'
const CONST = 'A “const” needs a value: write `= …`, or “let”.'
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^Not enough stack space.*/, 'The code is nested too deeply to be read. Give inner parts names of their own.'],
  [/^Unterminated string constant.*/, 'This text has no closing quote.'],
  [/^Unterminated template.*/, 'This template text has no closing backtick.'],
  [/^Unterminated regular expression.*/, 'This regular expression has no closing slash.'],
  [/^Unterminated comment.*/, 'This comment is not closed.'],
  [/^Identifier '(.+)' has already been declared.*/, '“$1” is declared twice.'],
  [/^'with' in strict mode.*/, WITH],
  [/^'return' outside of function.*/, '“return” is outside a function.'],
  [/^Unsyntactic (break|continue).*/, '“$1” is outside a loop.'],
  [/^Export '(.+)' is not defined.*/, '“$1” is exported but never defined.'],
  [/^Argument name clash.*/, 'Two parameters of this function have the same name.'],
  [/^Deleting local variable.*/, '“delete” removes properties, not variables. Assign `undefined` instead.'],
  [/^The keyword 'yield' is reserved.*/, '“yield” is outside a generator function: write `function*`.'],
  [
    /^Logical expressions and coalesce expressions cannot be mixed.*/,
    '“??” cannot be mixed with “||” or “&&”. Put parentheses around one of them.',
  ],
  [/^Assigning to rvalue.*/, 'You can assign only to a variable, a property or an element.'],
]

const sentence = (message: string) => `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.?$/, '.')}`
