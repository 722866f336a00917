import { CompileError } from './compile-error.ts'
import { positionAt } from './position.ts'

/** A TypeScript construct that answers can’t use: the pattern that finds it, and what to write instead. */
interface Unsupported {
  readonly pattern: RegExp
  readonly message: string
}

/** We search only sources that don’t parse or would lose their meaning, so these words may still be used as names. */
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
    message: '`accessor` is not supported here. Write a field, or a getter and a setter.',
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
 * Finds the first construct that answers can’t use, and describes it in an error.
 *
 * @param mask  the source without comments and strings (see `maskSource`)
 * @param before the last offset to look at, because what comes after an error didn’t cause it
 */
export function findUnsupportedSyntax(source: string, mask: string, before: number): CompileError | undefined {
  let first: { at: number; message: string } | undefined
  for (const { pattern, message } of UNSUPPORTED) {
    const at = mask.search(pattern)
    if (at >= 0 && at <= before && (!first || at < first.at)) first = { at, message }
  }
  return first && new CompileError(first.message, positionAt(source, first.at))
}

/**
 * Describes, in an error, an enum whose name is declared again by a member or another enum.
 *
 * @param name the name that the parser says is declared twice
 */
export function findEnumClash(source: string, mask: string, name: string): CompileError | undefined {
  const enums = [...mask.matchAll(/\benum\s+([\w$]+)\s*\{([^}]*)/g)].filter(([, declared]) => declared === name)
  const [first, second] = enums
  if (!first) return undefined
  const member = new RegExp(`(?:^|[,\\s])(${name.replaceAll('$', '\\$')})\\s*(?:[=,]|$)`).exec(first[2] ?? '')
  if (member) {
    const at = first.index + first[0].length - (first[2]?.length ?? 0) + member.index + member[0].indexOf(name)
    const message = `The enum “${name}” has a member with the same name, which is not supported here. Rename the member.`
    return new CompileError(message, positionAt(source, at))
  }
  return (
    second &&
    new CompileError(
      `There are two enums called “${name}”. Put all members into one.`,
      positionAt(source, second.index),
    )
  )
}

/** Types that take no type arguments, so that a `<` after them is a comparison. */
const KEYWORD_TYPE =
  /\b(?:as|satisfies)\s+(?:any|bigint|boolean|never|null|number|object|string|symbol|undefined|unknown|void|true|false)(?=\s*<)/g

/**
 * Erases type assertions to a keyword type before a `<` (`n as number < 4`), because sucrase would take the `<` for
 * type arguments. Spaces replace the erased text, so everything else keeps its position.
 */
export function eraseKeywordAssertions(source: string, mask: string): string {
  let erased = source
  for (const { 0: text, index } of mask.matchAll(KEYWORD_TYPE))
    erased = erased.slice(0, index) + text.replace(/[^\n]/g, ' ') + erased.slice(index + text.length)
  return erased
}
