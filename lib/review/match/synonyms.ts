/**
 * Words that count as one another in answers about attention, by the name that patterns use (`@name`). A set may hold
 * others.
 */
export const SYNONYMS: Readonly<Record<string, string>> = {
  average: 'average|mean|sum|mix|mixture|blend|combination|combine|interpolation|aggregate|aggregation|pool',
  weighted: 'weighted|weight|weights|attention weight|convex|soft|coefficients|probabilities|share|proportion',
  value: 'value|v|kv|values',
  key: 'key|k|kv|keys',
  query: 'query|q|queries',
}

/** The words of all small sets that hold a word. */
export function synonymsWith(word: string): readonly string[] {
  return Object.values(SYNONYMS).flatMap((set) => {
    const words = set.split('|').map((it) => it.trim())
    return words.includes(word) ? words.filter((it) => it !== word && !it.startsWith('@')) : []
  })
}
