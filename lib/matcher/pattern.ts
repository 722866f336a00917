import type { Entry } from './lexicon.ts'
import { SYNONYMS } from './synonyms.ts'
import { listPlainWords } from './words.ts'

/**
 * A way to say something, as an author writes it:
 *
 * - `store|keep key|value`: a word of each group, in one sentence, near each other, in any order and any form;
 * - `running_maximum`: words in a row; `@matrix`: a set of synonyms (synonyms.ts);
 * - `rescale > maximum`: in this order;
 * - `!causal`: and this nowhere near; `-encoder`: and this not in between; `^flash`: and this anywhere in the answer;
 * - `not: store matrix`: the answer denies the first of them; `any: …`: asserted or denied;
 * - `[20] …`: within 20 words (12 where nothing is said); `[20+] …`: also across sentences.
 *
 * Numbers, formulas and spellings count in all their forms: `O(n²d)` is also “order n squared times d”.
 */
export interface Pattern {
  readonly polarity: 'said' | 'denied' | 'any'
  readonly window: number
  readonly acrossSentences: boolean
  /** How many of its terms may be missing: none, in what authors write. */
  readonly spare: number
  readonly terms: readonly Term[]
}

export interface Term {
  readonly kind: 'here' | 'absent' | 'not-inside' | 'anywhere'
  /** Whether it is after the term before it. */
  readonly after: boolean
  /** Each is a row of words; each word is the forms by which it is compared. */
  readonly alternatives: readonly (readonly (readonly string[])[])[]
}

/** @throws SyntaxError that names the pattern, when it cannot be read */
export function parsePattern(source: string, lookUp: (word: string) => Entry): Pattern {
  const head = /^\s*(?:(not|any):)?\s*(?:\[(\d+)(\+?)\])?\s*/.exec(source)
  if (/[a-z]:|\[|\]/.test(source.slice(head?.[0].length ?? 0)))
    throw new SyntaxError(`the pattern “${source}” has its head in the middle`)
  const rest = source.slice(head?.[0].length ?? 0).trim()
  const terms: Term[] = []
  let after = false
  for (const word of rest.split(/\s+/)) {
    if (word === '>') after = true
    else {
      terms.push({ ...parseTerm(word, source, lookUp), after })
      after = false
    }
  }
  if (!terms.some(({ kind }) => kind === 'here')) throw new SyntaxError(`the pattern “${source}” asks for nothing`)
  return {
    polarity: head?.[1] === 'not' ? 'denied' : head?.[1] === 'any' ? 'any' : 'said',
    window: Number(head?.[2] ?? 12),
    acrossSentences: head?.[3] === '+',
    spare: 0,
    terms,
  }
}

function parseTerm(word: string, source: string, lookUp: (word: string) => Entry): Omit<Term, 'after'> {
  const kind = word === '-inf' ? 'here' : (KINDS.get(word[0] ?? '') ?? 'here')
  const names = (kind === 'here' ? word : word.slice(1)).split('|').flatMap((part) => requireSynonyms(part, source))
  const alternatives = names
    .map((name) => listPlainWords(name.replaceAll('_', ' ')).map((plainWord) => lookUp(plainWord).forms))
    .filter(({ length }) => length > 0)
  if (alternatives.length === 0) throw new SyntaxError(`“${word}” in the pattern “${source}” holds no word`)
  return { kind, alternatives }
}

const KINDS: ReadonlyMap<string, Term['kind']> = new Map(
  Object.entries<Term['kind']>({ '!': 'absent', '-': 'not-inside', '^': 'anywhere' }),
)

function requireSynonyms(name: string, source: string): readonly string[] {
  if (!name.startsWith('@')) return [name]
  const set = Object.hasOwn(SYNONYMS, name.slice(1)) ? SYNONYMS[name.slice(1)] : undefined
  if (!set) throw new SyntaxError(`the pattern “${source}” names a set that there is not: ${name}`)
  return set.split('|').flatMap((part) => requireSynonyms(part.trim().replaceAll(' ', '_'), source))
}
