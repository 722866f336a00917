import type { Random } from '#lib/grading/random.ts'
import { ReusedBuffer, type Script, type Step } from '#lib/grading/script.ts'

type Vector = readonly number[]

/** The calls of one cache by its name. */
export function cache(on: string) {
  return {
    create: { new: 'KVCache', as: on, args: [] } as Step,
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

/** One cache from its making on: `cacheScript((c) => [c.append(…), c.attend(…)])`. */
export function cacheScript(steps: (c: ReturnType<typeof cache>) => readonly Step[]): Script {
  const c = cache('cache')
  return [c.create, ...steps(c)]
}

export interface Sizes {
  readonly tokens: number
  readonly d: number
  readonly dV: number
}

/** Decoding as a model does it: each token is appended, then its query reads. */
export function decodeScript(random: Random, { tokens, d, dV }: Sizes, spread = 1): Script {
  return cacheScript((c) => [
    ...Array.from({ length: tokens }).flatMap(() => [
      c.append(random.vector(d, spread), random.vector(dV)),
      c.attend(random.vector(d, spread)),
    ]),
    c.length,
  ])
}

/** Many tokens first (a prompt), then one step and a look at the length. */
export function promptScript(random: Random, { tokens, d, dV }: Sizes): Script {
  return cacheScript((c) => [
    ...Array.from({ length: tokens }).map(() => c.append(random.vector(d), random.vector(dV))),
    c.attend(random.vector(d)),
    c.length,
  ])
}

/** Appends, reads and looks at the length in any legal order. */
export function randomScript(random: Random): Script {
  const d = random.int(1, 5)
  const dV = random.chance(0.4) ? d : random.int(1, 4)
  const spread = random.pick([0.5, 1, 2])
  const vector = () => random.vector(d, spread)
  return cacheScript((c) => [
    ...Array.from({ length: random.int(1, 7) }).flatMap(() => [
      c.append(vector(), random.vector(dV)),
      ...(random.chance(0.6) ? [c.attend(vector())] : []),
      ...(random.chance(0.15) ? [c.length] : []),
    ]),
    c.append(vector(), random.vector(dV)),
    c.attend(vector()),
    c.length,
  ])
}

/** Whether a script may be run: nobody reads an empty cache, and all vectors of a cache have one width. */
export function isLegal(script: Script): boolean {
  const widths = new Map<string, { d: number; dV?: number }>()
  return script.every((step) => {
    if ('new' in step || 'get' in step) return true
    const [first, second] = step.args.map(getLength)
    const on = step.on ?? ''
    const known = widths.get(on)
    if (!first || (known && known.d !== first)) return false
    if (step.call !== 'append') return known !== undefined
    if (!second || (known && known.dV !== second)) return false
    widths.set(on, { d: first, dV: second })
    return true
  })
}

function getLength(arg: unknown): number {
  if (arg instanceof ReusedBuffer) return arg.values.length
  return Array.isArray(arg) ? arg.length : 0
}
