import { CompileError } from './compile-error.ts'
import { positionAt } from './position.ts'

/** Characters that look like others, and what to type instead. */
const LOOKALIKES: Readonly<Record<string, readonly [name: string, instead: string]>> = {
  '\u2018': ['a curly quote', "'"],
  '\u2019': ['a curly quote', "'"],
  '\u201a': ['a low quote', "'"],
  '\u201c': ['a curly quote', '"'],
  '\u201d': ['a curly quote', '"'],
  '\u201e': ['a low quote', '"'],
  '\u00ab': ['an angle quote', '"'],
  '\u00bb': ['an angle quote', '"'],
  '\u00b4': ['an acute accent', "'"],
  '\u2010': ['a typographic hyphen', '-'],
  '\u2011': ['a typographic hyphen', '-'],
  '\u2012': ['a figure dash', '-'],
  '\u2013': ['an en dash', '-'],
  '\u2014': ['an em dash', '-'],
  '\u2212': ['a minus sign', '-'],
  '\u00d7': ['a multiplication sign', '*'],
  '\u22c5': ['a dot operator', '*'],
  '\u00b7': ['a middle dot', '*'],
  '\u2217': ['an asterisk operator', '*'],
  '\u00f7': ['a division sign', '/'],
  '\u2215': ['a division slash', '/'],
  '\u2044': ['a fraction slash', '/'],
  '\u2264': ['a less-than-or-equal sign', '<='],
  '\u2265': ['a greater-than-or-equal sign', '>='],
  '\u2260': ['a not-equal sign', '!=='],
  '\u2261': ['an identity sign', '==='],
  '\u2192': ['an arrow', '=>'],
  '\u21d2': ['an arrow', '=>'],
  '\u2026': ['an ellipsis', '...'],
  '\u00b2': ['a superscript two', '** 2'],
  '\u00b3': ['a superscript three', '** 3'],
  '\u221e': ['an infinity sign', 'Infinity'],
  '\u221a': ['a root sign', 'Math.sqrt(…)'],
  '\u037e': ['a Greek question mark', ';'],
  '\u3002': ['an ideographic full stop', '.'],
  '\u3001': ['an ideographic comma', ','],
  '\u2024': ['a one-dot leader', '.'],
}
const INVISIBLE: Readonly<Record<string, string>> = {
  '\0': 'a null character',
  '\u00ad': 'a soft hyphen',
  '\u061c': 'an Arabic letter mark',
  '\u180e': 'a Mongolian vowel separator',
  '\u200b': 'a zero-width space',
  '\u200c': 'a zero-width non-joiner',
  '\u200d': 'a zero-width joiner',
  '\u200e': 'a left-to-right mark',
  '\u200f': 'a right-to-left mark',
  '\u2028': 'a line separator',
  '\u2029': 'a paragraph separator',
  '\u202a': 'a direction mark',
  '\u202b': 'a direction mark',
  '\u202c': 'a direction mark',
  '\u202d': 'a direction mark',
  '\u202e': 'a direction mark',
  '\u2060': 'a word joiner',
  '\u2061': 'an invisible operator',
  '\u2062': 'an invisible operator',
  '\u2063': 'an invisible operator',
  '\u2064': 'an invisible operator',
  '\u2066': 'a direction mark',
  '\u2067': 'a direction mark',
  '\u2068': 'a direction mark',
  '\u2069': 'a direction mark',
  '\ufeff': 'a byte order mark',
}

/**
 * Finds the first character in the code itself that is not what it looks like, and describes it in an error.
 *
 * @param mask  the source without comments and strings (see `maskSource`)
 * @param before the last offset to look at, because what comes after an error didn’t cause it
 */
export function findMisleadingCharacter(source: string, mask: string, before: number): CompileError | undefined {
  for (let at = 0; at < mask.length && at <= before; at++) {
    const character = mask[at] ?? ''
    if (character < '\u007f' && character !== '\0') continue
    const message = describeCharacter(character)
    if (message) return new CompileError(message, positionAt(source, at))
  }
  return undefined
}

function describeCharacter(character: string): string | undefined {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  const invisible = INVISIBLE[character]
  if (invisible) return `There is ${invisible} (${code}) here. Delete it.`
  const [name, instead] = LOOKALIKES[character] ?? findFullWidth(character) ?? []
  return name && `This is ${name} (${character}). Type ${instead} instead.`
}

/** Finds the ASCII character for a full-width form (U+FF01 to U+FF5E). */
function findFullWidth(character: string): readonly [string, string] | undefined {
  const code = character.charCodeAt(0)
  if (code < 0xff01 || code > 0xff5e) return undefined
  return ['a full-width character', String.fromCharCode(code - 0xfee0)]
}
