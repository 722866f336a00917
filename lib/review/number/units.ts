/** How prefixes without an “i” are read: by the thousand as they are, or by 1,024 as many mean them. */
export type Prefixes = 'as-written' | 'swapped'

const STEPS = ['k', 'm', 'g', 't', 'p']
const WORDS: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  mio: 1e6,
  billion: 1e9,
  bn: 1e9,
  bio: 1e9,
  trillion: 1e12,
  '%': 0.01,
  percent: 0.01,
}
const BYTE = /^(kilo|mega|giga|tera|peta|kibi|mebi|gibi|tebi|pebi|k|m|g|t|p|ki|mi|gi|ti|pi)?(b|bytes?|bits?)$/
const COUNTED =
  /^(tokens?|blocks?|slots?|numbers?|entries|entry|scores?|heads?|layers?|keys?|queries|pairs?|parameters?|params?|weights?|positions?|sequences?|steps?|times|fold|x|rad|radians?|macs?|flops?|multiply-?adds?|operations?|ops?)$/

/**
 * What a word behind a number multiplies it by: 2³⁰ for GiB, 10⁹ for GB or “billion”, ⅛ for bits, 1 for what is
 * counted. Case does not matter: “gib” is GiB.
 *
 * @param prefixes  `'swapped'` takes GB for GiB and GiB for GB
 * @param loose  what a bare K, M, G stands for: 1,000 or 1,024
 * @returns undefined for a word that is no unit
 */
export function getFactor(
  word: string,
  prefixes: Prefixes,
  loose: 1000 | 1024,
): { readonly factor: number; readonly bytes: boolean } | undefined {
  const unit = word.toLowerCase().replace(/[.]$/, '')
  if (unit === '' || COUNTED.test(unit)) return { factor: 1, bytes: false }
  if (unit in WORDS) return { factor: WORDS[unit] ?? 1, bytes: false }
  const bare = /^([kmgtp])(i?)$/.exec(unit)
  if (bare) return { factor: (bare[2] ? 1024 : loose) ** power(unit), bytes: false }
  if (unit === 'b') return { factor: 1, bytes: true }
  const [, prefix = '', what = ''] = BYTE.exec(unit) ?? []
  if (what === '') return undefined
  const binary = /^(.i|.*bi)$/.test(prefix)
  const base = binary === (prefixes === 'as-written') ? 1024 : 1000
  return { factor: base ** power(prefix) / (what.startsWith('bit') ? 8 : 1), bytes: true }
}

const power = (prefix: string): number => STEPS.indexOf(prefix.slice(0, 1)) + 1
