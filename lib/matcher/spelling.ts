import type { Piece } from './scan.ts'
import { PHRASES, SPELLINGS } from './spelling-rules.ts'

/**
 * Writes what is spelt or heard in several ways in one: “soft-max” and “soft macs” as `softmax`, “key value cash” as
 * `kv cache`, “square root of d sub k” as `sqrt dk`.
 */
export function applySpelling(pieces: readonly Piece[]): Piece[] {
  return rewrite(rewrite(pieces, FIRST), SECOND)
}

type Rules = ReadonlyMap<string, readonly { readonly from: readonly string[]; readonly to: readonly string[] }[]>

function rewrite(pieces: readonly Piece[], rules: Rules): Piece[] {
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i] as Piece
    const rule = rules.get(piece.text)?.find(({ from }) => from.every((word, k) => pieces[i + k]?.text === word))
    if (!rule) {
      out.push(piece)
      i++
      continue
    }
    const end = (pieces[i + rule.from.length - 1] as Piece).end
    for (const text of rule.to) out.push({ text, start: piece.start, end })
    i += rule.from.length
  }
  return out
}

/** “a b, c d > e f”: each of the left is written as the right. */
function parseRules(lines: string): Rules {
  const map = new Map<string, { from: string[]; to: string[] }[]>()
  for (const line of lines.trim().split('\n')) {
    const [left = '', right = ''] = line.split('>')
    for (const from of left.split(',').map((part) => part.trim().replaceAll('COMMA', ',').split(' ')))
      map.set(from[0] as string, [
        ...(map.get(from[0] as string) ?? []),
        { from, to: right.trim() === '' ? [] : right.trim().split(' ') },
      ])
  }
  for (const list of map.values()) list.sort((a, b) => b.from.length - a.from.length)
  return map
}

const FIRST = parseRules(SPELLINGS)
const SECOND = parseRules(PHRASES)
