import { axesOf } from './axes.ts'
import type { Exercise } from './exercise.ts'
import type { Script } from './script.ts'

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

/** How each axis is called, in the order in which it is said. */
const AXES: readonly (readonly [letter: string, say: (n: number) => string])[] = [
  ['h', (n) => plural(n, 'head')],
  ['g', (n) => plural(n, 'KV head')],
  ['n', (n) => plural(n, 'token')],
  ['nq', (n) => (n === 1 ? '1 query' : `${n} queries`)],
  ['nk', (n) => plural(n, 'key')],
  ['nQ', (n) => (n === 1 ? '1 query' : `${n} queries`)],
  ['nK', (n) => plural(n, 'key')],
  ['d', (n) => `width ${n}`],
  ['v', (n) => `value width ${n}`],
]

/** “3 tokens, width 1”; a script of calls by how many there are. */
export function sizeWords(exercise: Exercise, script: Script): string {
  if (exercise.kind === 'class') return plural(script.filter((s) => !('new' in s)).length, 'call')
  const axes = axesOf(exercise, script)
  return AXES.flatMap(([letter, say]) => {
    const n = axes[letter]
    return n === undefined || (letter === 'v' && n === axes.d) ? [] : [say(n)]
  }).join(', ')
}
