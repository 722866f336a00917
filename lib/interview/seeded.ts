import { Random } from '#lib/grading/random.ts'

/** Gives the next number in [0, 1). */
export type Draw = () => number

/** A stream of numbers that is the same for the same seed everywhere. */
export function seeded(seed: number): Draw {
  const random = new Random(seed)
  return () => random.next()
}

/** A list in an order that was drawn (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], draw: Draw): T[] {
  const out = [...list]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1))
    ;[out[i], out[j]] = [out[j] as T, out[i] as T]
  }
  return out
}
