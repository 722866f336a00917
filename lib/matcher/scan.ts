/** A piece of an answer: a word, a number or a sign, in small letters, and where it is in the text. */
export interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Cuts a text into words, numbers and signs: “O(n²·d)” gives `o ( n ^ 2 · d )`, “doesn’t” gives `does not`.
 * Never fails, whatever the text.
 */
export function scan(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const match of text.matchAll(PIECE)) {
    const start = match.index
    const end = start + match[0].length
    const surroundings = [text.slice(Math.max(0, start - 8), start), text.slice(end, end + 3)] as const
    for (const part of splitToken(match[0], text[start - 1] ?? ' ', text[end] ?? ' ', surroundings))
      pieces.push({ text: part, start, end })
  }
  return pieces
}

const PIECE =
  /\\[!,;:>]|[-−–]inf(?:ini?ty)?\b|\\?(?!ᵀ)\p{L}(?:(?!ᵀ)[\p{L}\p{M}\d₀-₉])*(?:_\{?[\p{L}\d]+\}?)*(?:['’´`]\p{L}+)?|\d+(?:[.,]\d+)*|[^\s]/gu

function splitToken(
  raw: string,
  before: string,
  after: string,
  surroundings: readonly [string, string],
): readonly string[] {
  const sign = SIGNS.get(raw)
  if (sign) return sign
  if (raw === '.' && /[\p{L}\d]/u.test(after) && /[\p{L}]/u.test(before)) return []
  if (raw === '.' && /(\.\p{L}|\b(vs|approx|resp|cf|ca))$/u.test(surroundings[0])) return [] // “i.i.d.”
  if (/^.inf/.test(raw)) return ['-inf']
  if (/^\\[!,;:>]/.test(raw)) return []
  const tex = TEX.get(raw)
  if (tex) return tex
  if (DASH.test(raw)) return isMinus(surroundings) ? ['minus'] : dash(raw, before, after)
  if (/^\d/.test(raw)) return [raw.replace(/,(?=\d{3}\b)/g, '').replace(/[.,]0+$/, '')]
  return withoutApostrophe(replaceSubscripts(toPlainText(raw)))
}

/** Small letters, no accents, sub- and superscripts as plain letters, no braces of TeX. */
const toPlainText = (raw: string): string =>
  raw
    .normalize('NFKD')
    .replace(/\p{M}|[\\{}]/gu, '')
    .toLowerCase()
    .replace(/[’´`]/g, "'")

const INDEXED = [
  /^([qkvoswpα]|alpha|head|score)_?[ijmt]{1,2}$/,
  /^(head|alpha|[qkv])_?[12]$/,
  /^(head|alpha|[qkvoa])_(?:[ijmthn]{1,2})$/,
]

/** A letter with an index is the letter: qᵢ is q, αᵢⱼ a weight, head_1 a head. */
function replaceSubscripts(word: string): string {
  const letter = INDEXED.find((pattern) => pattern.test(word))?.exec(word)?.[1] ?? ''
  const under = /^(sum|max|min|softmax|[a-z](?=_[ij]))_.+$/.exec(word)?.[1]
  if (under && !/^[aqkvoswp]$/.test(under)) return under
  if (/^[σ∑]_?[ijklmn]?$/.test(word)) return 'sum'
  if (word === 'α' || letter === 'α' || (letter === 'a' && word !== 'at' && word !== 'am' && word.includes('_')))
    return 'alpha'
  if (!letter || letter === 'a') return word
  if (letter === 'w' || letter === 'p') return word.length > 2 ? 'alpha' : word
  if (/^s_?[ij]{2}$/.test(word)) return 'score'
  return letter
}

function withoutApostrophe(word: string): readonly string[] {
  const at = word.indexOf("'")
  if (at < 0) return [word]
  const [head, tail] = [word.slice(0, at), word.slice(at + 1)]
  if (tail === 't' && head.endsWith('n'))
    return [head === 'can' ? head : head === 'won' ? 'will' : head.slice(0, -1), 'not']
  const full = CLITICS.get(tail)
  return tail === 's' ? [head, "'s"] : full ? [head, full] : [head + tail]
}

const CLITICS: ReadonlyMap<string, string> = new Map([
  ['re', 'are'],
  ['ll', 'will'],
  ['ve', 'have'],
  ['m', 'am'],
  ['d', 'would'],
])

const DASH = /^[-‐‑‒–—−]$/
/** Between letters of a formula: “m_old - m_new”, “i - j”. */
const isMinus = ([before, after]: readonly [string, string]): boolean =>
  /(^|[\s({])\p{L}(_\w+)?['’]?\s$/u.test(before) && /^\s\p{L}(_|['’]|\P{L}|$)/u.test(after)

/** A hyphen joins words; a dash between words parts them; before a number it is a sign. */
function dash(raw: string, before: string, after: string): readonly string[] {
  if (/[\d∞i\\]/.test(after) && !/[\p{L}\d)]/u.test(before) && true)
    return /[\d∞\\]/.test(after) || raw === '−' ? ['minus'] : [',']
  if (raw === '−') return ['minus']
  if (raw === '—' || /\s/.test(before) || /\s/.test(after)) return [',']
  return []
}

/** Commands of TeX, as cards write formulas. */
const TEX: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({
    '\\infty': ['infinity'],
    '\\cdot': ['·'],
    '\\times': ['·'],
    '\\le': ['at', 'most'],
    '\\leq': ['at', 'most'],
    '\\ge': ['at', 'least'],
    '\\top': ['transpose'],
    '\\left': [],
    '\\right': [],
    '\\operatorname': [],
    '\\mathrm': [],
    '\\text': [],
    '\\lfloor': [],
    '\\rfloor': [],
    '\\frac': [],
  }),
)

const SIGNS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({
    '²': ['^', '2'],
    '³': ['^', '3'],
    '√': ['sqrt'],
    '∞': ['infinity'],
    '×': ['·'],
    '*': ['·'],
    '∙': ['·'],
    '⋅': ['·'],
    ᵀ: ['transpose'],
    Σ: ['sum'],
    '∑': ['sum'],
    σ: ['deviation'],
    '≤': ['at', 'most'],
    '≥': ['at', 'least'],
    '≈': ['about'],
    '~': ['about'],
    '<': ['less', 'than'],
    '>': ['larger', 'than'],
    '=': ['equal'],
    '≠': ['not', 'equal'],
    '+': ['plus'],
    '%': ['percent'],
    '/': ['/'],
    '÷': ['/'],
    '⌊': [],
    '⌋': [],
    '⌉': ['nearest'],
    '½': ['half'],
    '→': [','],
    '⇒': [','],
    '&': ['and'],
    $: [],
    '{': [],
    '}': [],
    _: [],
    '"': [],
    '“': [],
    '”': [],
    "'": [],
    '’': [],
    '|': [],
    '[': ['('],
    ']': [')'],
    '…': [','],
  }),
)
