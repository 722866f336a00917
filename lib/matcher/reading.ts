import type { Piece } from './scan.ts'

/** An answer while it is found out how it relates to each of its words. */
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

/** @param sentence  the number of the sentence that each piece is in */
export function readSentence(pieces: readonly Piece[], sentence: readonly number[]): Reading {
  const firsts: number[] = []
  for (const i of sentence.keys()) firsts.push(i > 0 && sentence[i - 1] === sentence[i] ? (firsts[i - 1] ?? i) : i)
  const lasts = new Array<number>(sentence.length)
  for (let i = sentence.length - 1; i >= 0; i--) lasts[i] = sentence[i + 1] === sentence[i] ? (lasts[i + 1] ?? i) : i
  return {
    pieces,
    text: (i) => pieces[i]?.text ?? '',
    first: (i) => firsts[i] ?? i,
    last: (i) => lasts[i] ?? i,
    denials: new Array<number>(pieces.length).fill(0),
    open: new Array<boolean>(pieces.length).fill(false),
  }
}

/** Denies what is from one place to another, both counted. */
export function markDenied({ denials }: Reading, from: number, to: number): void {
  for (let i = Math.max(0, from); i <= to && i < denials.length; i++) denials[i] = (denials[i] ?? 0) + 1
}
