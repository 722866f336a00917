/** What a question asks for. */
export const KINDS = ['definition', 'derivation', 'number', 'trade-off', 'coding'] as const
export type Kind = (typeof KINDS)[number]

/** What a card asks for: by its own kind where that says it, else by the words of its question. */
export function getInterviewKind(card: { readonly kind: string; readonly question: string }): Kind {
  switch (card.kind) {
    case 'definition':
      return 'definition'
    case 'formula':
    case 'why':
      return 'derivation'
    case 'number':
      return 'number'
    case 'trap':
      return 'trade-off'
    default:
      return kindOfQuestion(card.question)
  }
}

/** What a question asks for, by the words that interviewers use. */
export const kindOfQuestion = (question: string): Kind =>
  WORDS.find(([, words]) => words.test(question))?.[0] ?? 'definition'

/** The first that fits counts. */
const WORDS: readonly (readonly [Kind, RegExp])[] = [
  ['trade-off', /\bcost(s)? you\b|\bwhen would\b|\btrade|\bgive up\b|\blose\b|\brather than\b|\bdo you agree\b/i],
  ['number', /\bhow (many|much|large|big|long|far|small|often)\b|\bfrom which\b|\bcosts?\b|\bbytes?\b|\bsave\b/i],
  ['derivation', /^\W*(and |but |so )?why\b|\bwhy (divide|not|does|do|is|are|can)\b|\bderive\b|\bformula\b|\bwrite\b/i],
  ['derivation', /\bhow (does|do|can)\b|\bwhat goes wrong\b|\bshapes?\b/i],
  ['trade-off', /\bversus\b|\bagainst\b|\binstead\b|\bcompare|\bdifferen|\bprice\b|\bwould\b/i],
]
