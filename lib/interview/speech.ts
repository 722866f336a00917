/** How an answer was spoken. */
export interface Speech {
  readonly words: number
  /** Of a good pace there are 110 to 150. */
  readonly wordsPerMinute: number
  /** Words that fill a pause: “um”, “you know”, “sort of”. */
  readonly fillers: number
}

const FILLERS =
  /\b(u+h+|u+m+|e+r+m*|a+h+|h+m+|you know|i mean|sort of|kind of|like,|so yeah|yeah so|basically|actually|literally|or something|or whatever)(?!\w)/gi

/** What is heard of an answer besides its content, from its text and how long the microphone was open. */
export function measureSpeech(text: string, spokenMs: number): Speech | undefined {
  if (spokenMs <= 0) return undefined
  const words = countWords(text)
  return {
    words,
    wordsPerMinute: Math.round(words / (spokenMs / 60_000)),
    fillers: text.match(FILLERS)?.length ?? 0,
  }
}

/** Words of a text, as a person counts them. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((token) => /[\p{L}\p{N}]/u.test(token)).length
