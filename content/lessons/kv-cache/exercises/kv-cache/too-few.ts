import type { ClassMisconception } from '#lib/grading/define-class.ts'
import { brokenCache, type Rows, type Vector } from './broken-cache.ts'

/** Caches that hold, or read, fewer tokens than were appended. */
export const tooFew: readonly ClassMisconception[] = [
  {
    id: 'excludes-current',
    headline: 'Newest token left out',
    feedback:
      'Your query attends to the tokens before it but not to its own; the first token then has nothing to attend to. Position i sees itself and the past: append the token’s key and value first, then read up to and including the last.',
    ...brokenCache({ reads: allButLast, nothing: ([first]) => [...(first as Vector)] }),
    variants: [
      brokenCache({ reads: allButLast, nothing: ([first]) => (first as Vector).map(() => 0) }),
      brokenCache({ reads: allButLast, nothing: ([first]) => (first as Vector).map(() => Number.NaN) }),
      brokenCache({ reads: allButLast, nothing: () => [] }),
    ],
  },
  // A cache of keys alone that pairs every weight with the newest value gives the newest value too, as does a query
  // whose mask was built for the newest key only: no input can tell them from this one.
  {
    id: 'newest-only-counted',
    headline: 'Only the newest value is read',
    feedback:
      'Your output is the value of the newest token: either the query sees only one key, or all weights multiply the same value. The query attends over all cached tokens. Store every key and every value, and read all of them.',
    ...brokenCache({ reads: (rows) => rows.slice(-1) }),
  },
  {
    id: 'mask-local-index',
    headline: 'The query sees only token 0',
    feedback:
      'You apply a causal mask that takes the query for token 0 at every step, so only key 0 is visible. The query is the last token in the cache: with one query and n keys there is nothing to mask.',
    ...brokenCache({ reads: (rows) => rows.slice(0, 1) }),
  },
  {
    id: 'skips-appends',
    headline: 'The cache stops growing at 2',
    feedback:
      'Your cache stops at two tokens and ignores the rest. Every later query attends to every token, so each call of `append` must add one key and one value.',
    ...brokenCache({ takes: (n) => n < 2 }),
  },
  {
    id: 'clears-after-read',
    headline: 'A read empties the cache',
    feedback:
      'Your `attend` deletes the tokens after reading them, so a second query finds none, or only newer ones. Every later query needs all of them again. `attend` must change nothing.',
    ...brokenCache({ after: clear }),
  },
  {
    id: 'clears-after-read-empty',
    headline: 'A read empties the cache',
    feedback:
      'Your `attend` deletes the tokens after reading them, so a second query finds none. Every later query needs all of them again. `attend` must change nothing.',
    ...brokenCache({ after: clear, nothing: () => [] }),
  },
  ...[1, 2, 3, 4, 8, 16, 32, 64].map((few) => lastFew(few)),
  // Longer scripts do not ask for the length.
  ...[2, 3, 4, 8, 16].map((few) => lastFew(few, '-counted')),
  ...[1, 4, 8, 16, 32, 64].map(full),
]

/** `length` may count what is kept, or (`-counted`) what was appended. */
function lastFew(few: number, counted: '' | '-counted' = ''): ClassMisconception {
  const name = few === 1 ? 'newest-only' : few === 4 ? 'fixed-capacity' : `fixed-capacity-${few}`
  return {
    id: `${name}${counted}`,
    headline: few === 1 ? 'Only the newest token is kept' : `Only the last ${few} are kept`,
    feedback: `From token ${few + 1} on, your cache drops the oldest one, but later queries must still attend to it. That is a sliding window, a different model; here the cache grows by one with each \`append\`.`,
    ...brokenCache({ most: few, ...(counted && { length: (_kept, appended) => appended }) }),
  }
}

function full(most: number): ClassMisconception {
  return {
    id: `full-at-${most}`,
    headline: most === 1 ? 'Only the first token is kept' : `The cache stops growing at ${most}`,
    feedback: `After ${most === 1 ? 'one token' : `${most} tokens`} your cache accepts no more. Every token matters to every later query, so each call of \`append\` must add one key and one value, however many there are.`,
    ...brokenCache({ takes: (n) => n < most }),
  }
}

function allButLast(rows: Rows): Rows {
  return rows.slice(0, -1)
}

function clear(_q: Vector, keys: Vector[], values: Vector[]): void {
  keys.length = 0
  values.length = 0
}
