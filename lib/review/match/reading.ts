import type { Piece } from './scan.ts'

/** An answer while it is found out how it stands to each of its words. */
export interface Reading {
  readonly pieces: readonly Piece[]
  /** The word at a place; nothing beyond the ends. */
  readonly text: (i: number) => string
  /** Where the sentence of a place begins, and where it ends. */
  readonly first: (i: number) => number
  readonly last: (i: number) => number
  /** How often each piece is denied: two denials cancel. */
  readonly denials: number[]
  /** Whether each piece is left open: asked, not known, taken back. */
  readonly open: boolean[]
}

/** @param sentence  the number of the sentence that each piece stands in */
export function readingOf(pieces: readonly Piece[], sentence: readonly number[]): Reading {
  return {
    pieces,
    text: (i) => pieces[i]?.text ?? '',
    first: (i) => {
      let start = i
      while (start > 0 && sentence[start - 1] === sentence[i]) start--
      return start
    },
    last: (i) => {
      let end = i
      while (end + 1 < pieces.length && sentence[end + 1] === sentence[i]) end++
      return end
    },
    denials: new Array<number>(pieces.length).fill(0),
    open: new Array<boolean>(pieces.length).fill(false),
  }
}

/** Denies what stands from one place to another, both counted. */
export function deny({ denials }: Reading, from: number, to: number): void {
  for (let i = Math.max(0, from); i <= to && i < denials.length; i++) denials[i] = (denials[i] ?? 0) + 1
}
