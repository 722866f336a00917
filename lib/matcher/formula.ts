import type { Piece } from './scan.ts'

/**
 * Writes products of letters in one way: “n² · d”, “n squared d”, “n times n times d” give `n2d`, “n by n” `n2`, “h/g”
 * and “h over g” `h/g`, “O(n)” and “order n” `o(n)`, “QKᵀ” and “q dot k” `qk`.
 */
export function rewriteFormulas(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (let i = 0; i < pieces.length; ) {
    const long = readFactors(pieces, i)
    if (long.count > 3) {
      out.push(...pieces.slice(i, long.end))
      i = long.end
      continue
    }
    const match = FORMS.map((form) => form(pieces, i)).find((match) => match !== undefined)
    if (match)
      out.push({ text: match.text, start: (pieces[i] as Piece).start, end: (pieces[match.end - 1] as Piece).end })
    else out.push(asDivision(pieces, i))
    i = match?.end ?? i + 1
  }
  return out
}

/** “scale/2”, “x/127”: divided by. */
function asDivision(pieces: readonly Piece[], i: number): Piece {
  const piece = pieces[i] as Piece
  const next = pieces[i + 1]?.text ?? ''
  return piece.text === '/' && /^(\d+|sqrt|sum|\(|.)$/.test(next) ? { ...piece, text: 'over' } : piece
}

interface Found {
  readonly text: string
  /** Past its last piece. */
  readonly end: number
}

const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    n: 'n',
    seqlen: 'n',
    t: 't',
    l: 'l',
    s: 's',
    d: 'd',
    dk: 'd',
    dmodel: 'd',
    w: 'w',
    h: 'h',
    g: 'g',
    b: 'b',
    m: 'm',
    window: 'w',
    kvheads: 'g',
    d_v: 'd',
    dv: 'd',
  }),
)
const TIMES = new Set(['·', 'times', 'x', 'by', 'multiplied', 'multiply', 'on'])
const SQUARED = new Set(['squared', 'square', 'sq'])

/** O(…), Θ(…), “order …”, “o of …”. */
function orderAt(pieces: readonly Piece[], i: number): Found | undefined {
  const text = pieces[i]?.text
  if (text !== 'o' && text !== 'θ' && text !== 'ω' && text !== 'order' && text !== 'oh') return undefined
  let at = i + 1
  while (['(', 'of', 'the'].includes(pieces[at]?.text ?? '')) at++
  if (at === i + 1 && text !== 'order') return undefined
  const inner = readProduct(pieces, at)
  const letter = LETTERS.get(pieces[at]?.text ?? '')
  if (!inner && !letter) return undefined
  let end = inner?.end ?? at + 1
  if (['plus', 'log'].includes(pieces[end]?.text ?? '') && !inner)
    return pieces[end]?.text === 'log' ? { text: 'nlogn', end: end + 1 } : undefined
  if (pieces[end]?.text === ')') end++
  const length = letter === 't' || letter === 'l' || letter === 's' ? 'n' : letter
  return { text: inner?.text ?? (length === 'd' ? 'd' : `o(${length})`), end }
}

/** Queries against keys: QKᵀ, q·k, “q dot k”, “q k transpose”, “q transpose k”. */
function scoresAt(pieces: readonly Piece[], i: number): Found | undefined {
  const text = pieces[i]?.text ?? ''
  if (/^qi?k[jt]?$/.test(text))
    return { text: 'qk', end: i + (['transpose', 't'].includes(pieces[i + 1]?.text ?? '') ? 2 : 1) }
  if (!/^q[it_]?i?$/.test(text)) return undefined
  let at = i + 1
  while (['·', '.', 'dot', 'times', 'transpose', '@', '(', 'ᵀ', '^', 't'].includes(pieces[at]?.text ?? '')) at++
  if (!/^k[jts_]?j?$/.test(pieces[at]?.text ?? '')) return undefined
  at++
  if (pieces[at]?.text === '^' && pieces[at + 1]?.text === 't') at += 2
  else if (pieces[at]?.text === 'transpose' || pieces[at]?.text === 'transposed') at++
  else if (at === i + 2 && ['v', 'and', ','].includes(pieces[at]?.text ?? '')) return undefined
  return { text: 'qk', end: at }
}

function readQuotient(pieces: readonly Piece[], i: number): Found | undefined {
  const above = LETTERS.get(pieces[i]?.text ?? '')
  let at = pieces[i + 1]?.text === 'heads' ? i + 2 : i + 1
  if (!above || !['/', 'over', 'divide'].includes(pieces[at]?.text ?? '')) return undefined
  at++
  while (pieces[at]?.text === 'number' || pieces[at]?.text === 'of') at++
  const word = pieces[at]?.text ?? ''
  const below = LETTERS.get(word) ?? (word === 'heads' ? 'h' : word === 'groups' ? 'g' : undefined)
  if (!below || above === below) return undefined
  return { text: `${above}/${below}`, end: pieces[at + 1]?.text === 'heads' ? at + 2 : at + 1 }
}

/** √dₖ, “square root of the head width”, dₖ^0.5. */
function readRoot(pieces: readonly Piece[], i: number): Found | undefined {
  const text = pieces[i]?.text ?? ''
  const isWidth = (word: string | undefined): boolean =>
    word !== undefined && /^(d|dk|dmodel|dimension|width)$/.test(word)
  if (isWidth(text) && text !== 'dimension' && pieces[i + 1]?.text === '^') {
    let at = i + 2
    while (pieces[at]?.text === '(') at++
    if (pieces[at]?.text === 'half' || pieces[at]?.text === '0.5') return { text: 'sqrtd', end: at + 1 }
    if (pieces[at]?.text === '1' && pieces[at + 1]?.text === '/' && pieces[at + 2]?.text === '2')
      return { text: 'sqrtd', end: at + 3 }
  }
  if (text !== 'sqrt') return undefined
  let at = i + 1
  while (['of', 'the', '(', 'that', 'this', 'its', 'key', 'head', 'keys'].includes(pieces[at]?.text ?? '')) at++
  return isWidth(pieces[at]?.text) ? { text: 'sqrtd', end: at + 1 } : undefined
}

/** Two letters or more multiplied, or one squared. */
function readProduct(pieces: readonly Piece[], i: number): Found | undefined {
  const { powers, count, end } = readFactors(pieces, i)
  if (count > 1 && isInLongerProduct(pieces, i, end)) return undefined
  const degree = [...powers.values()].reduce((a, b) => a + b, 0)
  if (degree < 2 || count > 3 || (count > 1 && !spelt(pieces, i, end))) return undefined
  return { text: formatPowers(powers), end }
}

/** “layers · batch · n · h”: letters next to words are factors of their own. */
function isInLongerProduct(pieces: readonly Piece[], from: number, to: number): boolean {
  const isWord = (i: number): boolean =>
    /^[a-z]{3,}$/.test(pieces[i]?.text ?? '') && !LETTERS.has(pieces[i]?.text ?? '')
  const before = pieces[from - 1]?.text
  return ((before === '·' || before === 'times') && isWord(from - 2)) || (pieces[to]?.text === '·' && isWord(to + 1))
}

/** The letters multiplied from here on, with their powers. “The sequence length n” is no product. */
function readFactors(pieces: readonly Piece[], i: number): { powers: Map<string, number>; count: number; end: number } {
  const powers = new Map<string, number>()
  let [at, end, count] = [i, i, 0]
  for (let factor = readFactor(pieces, at); factor; factor = readFactor(pieces, at)) {
    if (count > 0 && at === end && powers.has(factor.letter)) break
    powers.set(factor.letter, (powers.get(factor.letter) ?? 0) + factor.power)
    count++
    end = factor.end
    at = end
    while (
      TIMES.has(pieces[at]?.text ?? '') ||
      (pieces[at]?.text === '.' && pieces[at + 1]?.text.length === 1) || // “n.d”, not the end of a sentence
      (pieces[at]?.text === '(' && readFactor(pieces, at + 1))
    )
      at++
  }
  return { powers, count, end }
}

function readFactor(pieces: readonly Piece[], at: number): { letter: string; power: number; end: number } | undefined {
  const text = pieces[at]?.text ?? ''
  const letter = LETTERS.get(text)
  if (!letter) return undefined
  if (pieces[at + 1]?.text === '^' && pieces[at + 2]?.text === '2') return { letter, power: 2, end: at + 3 }
  if (SQUARED.has(pieces[at + 1]?.text ?? '')) return { letter, power: 2, end: at + 2 }
  return { letter, power: 1, end: at + 1 }
}

/** Words such as “window” are letters only between letters. */
const spelt = (pieces: readonly Piece[], from: number, to: number): boolean =>
  pieces.slice(from, to).some(({ text }) => text.length === 1 && /[ndwhg]/.test(text)) ||
  pieces.slice(from, to).some(({ text }) => SQUARED.has(text) || text === '·' || text === 'times')

/** n and its like first; a length called t, l or s is n where nothing else is. */
function formatPowers(powers: ReadonlyMap<string, number>): string {
  const own = new Map(powers)
  for (const alias of ['t', 's', 'l']) {
    const power = own.get(alias)
    if (power === undefined || own.has('n') || (alias === 'l' && own.has('w'))) continue
    own.delete(alias)
    own.set('n', power)
  }
  const order = 'nldwhgbmts'
  return [...own]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([letter, power]) => letter + (power > 1 ? power : ''))
    .join('')
}

const FORMS = [orderAt, scoresAt, readQuotient, readRoot, readProduct]
