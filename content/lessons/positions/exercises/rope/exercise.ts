import { rope, ropeInterleaved } from '#lib/attention/rope.ts'
import { defineFunction } from '#lib/grading/define-function.ts'
import { defineOtherFunction } from '#lib/grading/other-function.ts'
import type { Random } from '#lib/grading/random.ts'
import type { RopeArgs } from './parametrized-rope.ts'
import { wrongAngles } from './wrong-angles.ts'
import { wrongTurns } from './wrong-turns.ts'

const params = { x: ['d'], pos: { int: 0 }, base: { fixed: true } } as const
const isValidInput = (...[x, pos]: RopeArgs) => x.length % 2 === 0 && pos >= 0

export default defineFunction<RopeArgs, number[]>({
  name: 'rope',
  signature:
    'rope(x: number[], pos: number, base = 10000): number[] and ropeInterleaved(x: number[], pos: number, base = 10000): number[]',
  params,
  reference: (...args) => rope(...args),
  examples: [
    { label: 'one pair at position 1', args: [[1, 0], 1] },
    { label: 'two pairs at position 2', args: [[1, 2, 0, 0], 2] },
    { label: 'position 0', args: [[3, 1, 4, 1], 0] },
  ],
  random: { count: 12, make: drawn },
  edgeCases: createEdgeCases(''),
  otherFunctions: [
    defineOtherFunction<RopeArgs>({
      name: 'ropeInterleaved',
      params,
      reference: (...args) => ropeInterleaved(...args),
      examples: [{ label: 'two neighboring pairs at position 2', args: [[1, 0, 2, 0], 2] }],
      random: { count: 12, make: drawn },
      edgeCases: createEdgeCases(' of ropeInterleaved'),
      isValidInput: isValidInput,
    }),
  ],
  misconceptions: [...wrongAngles, ...wrongTurns],
  isValidInput: isValidInput,
  hints: [
    'Draw a vector of width 4 as two arrows in the plane. Which two entries make the first arrow in `rope`, which in `ropeInterleaved`? By what angle does each arrow turn at position 1?',
    'Pair i turns by `pos * base ** (-2 * i / d)` radians. An arrow (a, b) that turns by θ becomes (a·cos θ − b·sin θ, a·sin θ + b·cos θ).',
    'For i from 0 to d/2 − 1: read `a = x[i]`, `b = x[i + d / 2]`, write `y[i] = a * c - b * s` and `y[i + d / 2] = a * s + b * c`. For the other layout read and write at `2 * i` and `2 * i + 1`.',
  ],
  passHeadline: 'Passed. Both layouts rotate correctly, and the length of a vector stays the same.',
})

/**
 * Angles beyond the first pair stay below about 10 radians: there single precision, which rounds an angle to seven
 * digits, is still within the tolerance. The first pair's angle is the position itself, a whole number.
 */
function drawn(random: Random): RopeArgs {
  const x = random.vector(2 * random.int(1, 4))
  const pos = random.int(1, 12)
  return random.chance(0.4) ? [x, pos] : [x, pos, random.pick([100, 1000, 10_000, 500_000])]
}

function createEdgeCases(
  of: string,
): readonly { readonly label: string; readonly make: (random: Random) => RopeArgs }[] {
  const all: readonly (readonly [string, (random: Random) => RopeArgs])[] = [
    ['position 0', (r) => [r.vector(8), 0]],
    ['position 1 and no base', (r) => [r.vector(6), 1]],
    ['one pair only', (r) => [r.vector(2), 5]],
    ['one pair at position 100,000', (r) => [r.vector(2), 100_000, 500_000]],
    ['width 64', (r) => [r.vector(64), 7]],
    ['width 10, five pairs', (r) => [r.vector(10), 9, 10_000]],
    ['width 12, six pairs', (r) => [r.vector(12), 4, 500_000]],
    ['position 1,000', (r) => [r.vector(4), 1000]],
    ['the base of Llama 3', (r) => [r.vector(8), 11, 500_000]],
    ['a vector of zeros', () => [[0, 0, 0, 0], 3]],
  ]
  return all.map(([label, make]) => ({ label: `${label}${of}`, make }))
}
