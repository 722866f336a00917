import { CompileError } from './compile-error.ts'
import { placeAt } from './place.ts'

/** A construct of TypeScript that answers cannot use: how it reads in code, and what to write instead. */
interface Unsupported {
  readonly pattern: RegExp
  readonly message: string
}

/** Looked for only in a source that does not parse, or that would lose its meaning: so a name may be called the same. */
const UNSUPPORTED: readonly Unsupported[] = [
  {
    pattern: /@[\w$(]/,
    message: 'Decorators are not supported here. Call the function yourself, or write out what it does.',
  },
  {
    pattern: /\b(?:await\s+)?using\s+[\w$]+\s*[=:;]/,
    message: '`using` is not supported here. Write `const`, and clean up in a `finally` block.',
  },
  {
    pattern: /\baccessor\s+(?:#|\[|["'\w$])/,
    message: '`accessor` is not supported here. Write a field, or a pair of `get` and `set`.',
  },
  {
    pattern: /\bexport\s+as\s+namespace\b/,
    message: '`export as namespace` is not supported here. Export the function or class itself.',
  },
  {
    pattern: /\bexport\s*=/,
    message: '`export =` is not supported here. Write `export` before the function or class.',
  },
  {
    pattern: /\bimport\s+(?:defer\b|source\b|[\w$]+\s*=\s*require\b|[\w$\s{},*]*\bfrom\b)/,
    message: 'Imports aren’t allowed: your solution must be a single file. Paste what you need from earlier lessons.',
  },
]

/**
 * The error that names a construct which answers cannot use, where the source has one.
 *
 * @param mask    the source without comments and texts (see `maskSource`)
 * @param before  only what begins up to this offset is looked at: what comes after an error did not cause it
 */
export function findUnsupportedSyntax(source: string, mask: string, before: number): CompileError | undefined {
  let first: { at: number; message: string } | undefined
  for (const { pattern, message } of UNSUPPORTED) {
    const at = mask.search(pattern)
    if (at >= 0 && at <= before && (!first || at < first.at)) first = { at, message }
  }
  return first && new CompileError(first.message, placeAt(source, first.at))
}

/**
 * The error about an enum whose name is declared again, by a member or by another enum.
 *
 * @param name  what a parser says is declared twice
 */
export function findEnumClash(source: string, mask: string, name: string): CompileError | undefined {
  const enums = [...mask.matchAll(/\benum\s+([\w$]+)\s*\{([^}]*)/g)].filter(([, declared]) => declared === name)
  const [first, second] = enums
  if (!first) return undefined
  const member = new RegExp(`(?:^|[,\\s])(${name.replaceAll('$', '\\$')})\\s*(?:[=,]|$)`).exec(first[2] ?? '')
  if (member) {
    const at = first.index + first[0].length - (first[2]?.length ?? 0) + member.index + member[0].indexOf(name)
    const message = `The enum “${name}” has a member of its own name, which is not supported here. Rename the member.`
    return new CompileError(message, placeAt(source, at))
  }
  return (
    second &&
    new CompileError(`There are two enums called “${name}”. Put all members in one.`, placeAt(source, second.index))
  )
}

/** Types that TypeScript reads as a whole, so that a `<` after them is a comparison. */
const KEYWORD_TYPE =
  /\b(?:as|satisfies)\s+(?:any|bigint|boolean|never|null|number|object|string|symbol|undefined|unknown|void|true|false)(?=\s*<)/g

/**
 * The source without type assertions to a keyword type that a `<` follows (`n as number < 4`): the stripper takes the
 * `<` for type arguments. What goes becomes spaces, so that all else keeps its place.
 */
export function eraseKeywordAssertions(source: string, mask: string): string {
  let erased = source
  for (const { 0: text, index } of mask.matchAll(KEYWORD_TYPE))
    erased = erased.slice(0, index) + text.replace(/[^\n]/g, ' ') + erased.slice(index + text.length)
  return erased
}
