import model from 'wink-eng-lite-web-model'
import winkNLP, { type ItsFunction } from 'wink-nlp'

/** What one knows of a word by itself. */
export interface Entry {
  /** The forms by which it is compared: as written, its lemma, their stems. */
  readonly forms: readonly string[]
  /** Whether English has it; where not, it may be a slip. */
  readonly isInLexicon: boolean
}

/** English has no longer ones; wink-nlp takes a minute for one of 20,000 letters. */
const MAX_WORD_CHARACTERS = 45

/**
 * Looks words up with wink-nlp, each word once.
 *
 * @param most  words to remember; then it starts over, as wink-nlp keeps every word that it meets
 */
export function createLexicon(most = 50_000): (word: string) => Entry {
  let lookUp = createWinkLookup()
  let entries = new Map<string, Entry>()
  return (word) => {
    const cached = entries.get(word)
    if (cached) return cached
    const isWord = word.length <= MAX_WORD_CHARACTERS && /^[a-z]{3,}$/.test(word) && !AGENTS.has(word)
    if (!isWord) return { forms: [word], isInLexicon: true }
    if (entries.size >= most) {
      lookUp = createWinkLookup()
      entries = new Map()
    }
    const entry = lookUp(word)
    entries.set(word, entry)
    return entry
  }
}

function createWinkLookup(): (word: string) => Entry {
  const nlp = winkNLP(model, ['pos'])
  const { its } = nlp
  // the package's types say that these take one argument more than they may
  const getLemma = its.lemma as unknown as ItsFunction<string>
  const getStem = its.stem as unknown as ItsFunction<string>
  const strangerThan = Number(nlp.readDoc('qzxqzx').tokens().itemAt(0).out(its.uniqueId))
  return (word) => {
    const token = nlp.readDoc(word).tokens().itemAt(0)
    const lemma = String(token.out(getLemma))
    const forms = new Set([word, lemma, String(token.out(getStem))])
    const base = nlp.readDoc(lemma).tokens().itemAt(0)
    forms.add(String(base.out(getStem)))
    const isKnown = (itemToken: typeof token): boolean => Number(itemToken.out(its.uniqueId)) < strangerThan
    return { forms: [...forms], isInLexicon: isKnown(token) || isKnown(base) }
  }
}

/** Their stems are those of what they do. */
const AGENTS = new Set([
  'encoder',
  'decoder',
  'derivative',
  'derivatives',
  'window',
  'windowed',
  'finally',
  'hardly',
  'positional',
  'dependency',
  'fixes',
  'fixing',
])
