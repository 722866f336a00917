import type { Random } from '#lib/grading/random.ts'
import { ReusedBuffer, type Script, type Step } from '#lib/grading/script.ts'

type Vector = readonly number[]

/** The calls of one cache by its name. */
export function cache(on: string) {
  return {
    create: (window: number, sinks: number): Step => ({ new: 'StreamingCache', as: on, args: [window, sinks] }),
    append: (k: Vector, v: Vector): Step => ({ call: 'append', on, args: [k, v] }),
    /** The same two arrays at each call, filled again by the caller. */
    appendFrom: (k: Vector, v: Vector): Step => ({
      call: 'append',
      on,
      args: [new ReusedBuffer('kBuffer', k), new ReusedBuffer('vBuffer', v)],
    }),
    attend: (q: Vector): Step => ({ call: 'attend', on, args: [q] }),
    length: { get: 'length', on } as Step,
  }
}

/** One cache from its making on. */
export function cacheScript(
  window: number,
  sinks: number,
  steps: (c: ReturnType<typeof cache>) => readonly Step[],
): Script {
  const c = cache('cache')
  return [c.create(window, sinks), ...steps(c)]
}

export interface Sizes {
  readonly tokens: number
  readonly window: number
  readonly sinks: number
  readonly d?: number
  readonly dV?: number
}

/** Each token is appended, then its query reads. */
export function stream(random: Random, { tokens, window, sinks, d = 2, dV = 2 }: Sizes, spread = 1.5): Script {
  return cacheScript(window, sinks, (c) => [
    ...Array.from({ length: tokens }).flatMap(() => [
      c.append(random.vector(d, spread), random.vector(dV)),
      c.attend(random.vector(d, spread)),
    ]),
    c.length,
  ])
}

/** Many tokens first, then one step. */
export function longText(random: Random, { tokens, window, sinks, d = 1, dV = 1 }: Sizes): Script {
  return cacheScript(window, sinks, (c) => [
    ...Array.from({ length: tokens }).map(() => c.append(random.vector(d), random.vector(dV))),
    c.attend(random.vector(d)),
    c.length,
  ])
}

/** Appends, reads and looks at the length in any legal order. */
export function randomScript(random: Random): Script {
  const [d, dV] = [random.int(1, 4), random.int(1, 3)]
  return cacheScript(random.int(1, 4), random.int(0, 3), (c) => [
    ...Array.from({ length: random.int(3, 9) }).flatMap(() => [
      c.append(random.vector(d, 1.5), random.vector(dV)),
      ...(random.chance(0.5) ? [c.attend(random.vector(d, 1.5))] : []),
      ...(random.chance(0.15) ? [c.length] : []),
    ]),
    c.attend(random.vector(d, 1.5)),
    c.length,
  ])
}

/** Whether a script may be run: nobody reads an empty cache, and all vectors of a cache have one width. */
export function isLegal(script: Script): boolean {
  const widths = new Map<string, readonly [number, number]>()
  return script.every((step) => {
    if ('new' in step || 'get' in step) return true
    const [first = 0, second = 0] = step.args.map(getLength)
    const on = step.on ?? ''
    const known = widths.get(on)
    if (first < 1 || (known && known[0] !== first)) return false
    if (step.call !== 'append') return known !== undefined
    if (second < 1 || (known && known[1] !== second)) return false
    widths.set(on, [first, second])
    return true
  })
}

function getLength(arg: unknown): number {
  if (arg instanceof ReusedBuffer) return arg.values.length
  return Array.isArray(arg) ? arg.length : 0
}
