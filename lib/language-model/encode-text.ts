/** A text as token ids. */
export interface EncodedText {
  readonly tokens: readonly number[]
  /** Characters that the model doesn’t know, each once. They have no token. */
  readonly unknown: readonly string[]
}

/**
 * Turns a text into token ids, one per character.
 *
 * @param chars  the character of each token id
 */
export function encodeText(chars: readonly string[], text: string): EncodedText {
  const ids = new Map(chars.map((char, id) => [char, id]))
  const tokens: number[] = []
  const unknown = new Set<string>()
  for (const char of text) {
    const id = ids.get(char)
    if (id === undefined) unknown.add(char)
    else tokens.push(id)
  }
  return { tokens, unknown: [...unknown] }
}
