/** Words that tell how an answer relates to what it says. */
const splitWords = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Negations, and how many words they reach at most, where nothing ends them sooner. */
export const NEGATIONS: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    not: 12,
    never: 12,
    no: 8,
    nowhere: 3,
    nor: 10,
    neither: 10,
    without: 5,
    nothing: 5,
    none: 8,
    nobody: 6,
    instead: 6,
    unlike: 3,
    avoid: 6,
    avoids: 6,
    avoiding: 6,
    avoided: 4,
    prevents: 6,
    prevent: 6,
    preventing: 6,
    skips: 5,
    skipping: 5,
    hardly: 5,
    forbidden: 5,
  }),
)

/** Signs that part clauses. */
export const MARKS = splitWords(', ; : . ! ? ( )')
/** Signs that end a sentence. */
export const STOPS = splitWords('. ! ? ;')
/** What ends the reach of a negation. */
export const ENDS = splitWords(
  `, ; : . ! ? ( ) but instead because since while whereas although though unless rather so then only just therefore
  hence which however yet except still`,
)
/** What a clause begins after. */
export const JOINTS = splitWords(', ; : and but while whereas ( )')
/** What a new clause begins with. */
export const SUBJECTS = splitWords('it they we you i he she there that each every')

/** Words that weigh nothing in the reach of a negation. */
export const SMALL = splitWords('the a an of to is are be in um uh like any at all')
/** Words of a sentence that only points: “but that is plain wrong”. */
export const LIGHT = splitWords(
  `that this it which is are was but and a an the , simply of course 's both plain just all quite completely would be they
  common`,
)

/** What a false belief is called. */
export const FALSE = splitWords(
  `wrong false myth nonsense untrue incorrect misconception mistaken mistake rubbish misleading fallacy tale fable fiction`,
)
/** Of these, the ones that may be before a noun: “the wrong maximum” is no belief. */
export const FALSE_ADJECTIVES = splitWords('wrong false untrue incorrect mistaken misleading')
/** How one speaks of beliefs. */
export const SAYING = splitWords(
  'say think claim believe call assume suppose state imagine speak tell mean fool convince',
)
/** After these a “that” begins what is reported. */
export const REPORTING = splitWords("true case so mean means is are 's was fact")
/** “That will not do”: what “not” and one of these deny comes before. */
export const FAILS = splitWords(
  `do true correct right so work suffice enough hold help apply matter exist case possible needed necessary required`,
)
/** Nouns that look like verbs: “without scaling”. */
export const GERUND_NOUNS = splitWords('scaling masking caching padding training rounding sharing batching')
