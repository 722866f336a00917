import type { Case, CostRule, Exercise, Misconception, ReferenceStep, Shape, Tolerance } from './exercise.ts'
import { TOLERANCE } from './exercise.ts'
import { Random } from './random.ts'
import { type Arg, Once, type Outcome, type Script } from './script.ts'
import type { Value } from './value.ts'

/** A function exercise as an author writes it: `Args` are the parameters' types, `Result` what it returns. */
export interface FunctionDefinition<Args extends readonly Value[], Result extends Value> {
  readonly id: string
  readonly name: string
  readonly signature: string
  /** Parameters by name, each with its shape: { Q: ['n', 'd'], K: ['n', 'd'], V: ['n', 'v'] }. In order. */
  readonly params: Readonly<Record<string, Shape>>
  readonly tolerance?: Tolerance
  readonly reference: (...args: Args) => Result
  /** Worked by hand: small whole numbers that a person can follow. The first one is shown first. */
  readonly worked: readonly LabelledArgs<Args>[]
  /** Shapes and values drawn from a seed. */
  readonly random: { readonly count: number; readonly make: (random: Random) => Args }
  /** The inputs that tell near-misses from right answers. */
  readonly special: readonly (LabelledArgs<Args> | LabelledMake<Args>)[]
  readonly misconceptions: readonly FunctionMisconception<Args>[]
  readonly cost?: Omit<CostRule, 'script' | 'measured'> & { readonly args: (n: number, random: Random) => Args }
  readonly steps?: (...args: Args) => readonly ReferenceStep[]
  readonly legal?: (...args: Args) => boolean
  readonly hints: readonly string[]
  readonly holds: string
}
export interface LabelledArgs<Args> {
  readonly label: string
  readonly args: Args
  readonly tolerance?: Tolerance
}
export interface LabelledMake<Args> {
  readonly label: string
  readonly make: (random: Random) => Args
  readonly tolerance?: Tolerance
}
export type FunctionMisconception<Args extends readonly Value[]> = Omit<Misconception, 'run' | 'load'> & {
  /** The misunderstanding as code. May throw, may return anything. */
  readonly wrong: (...args: Args) => Value
}

/**
 * An exercise whose answer is one function.
 *
 * @throws TypeError when two misconceptions share an id
 */
export function defineFunction<const Args extends readonly Value[], Result extends Value>(
  it: FunctionDefinition<Args, Result>,
): Exercise {
  const tolerance = it.tolerance ?? TOLERANCE
  const call = (args: Args): Script => [{ call: it.name, args }]
  const argsOf = (script: Script): Args => {
    const [step] = script
    if (!step || !('call' in step)) throw new TypeError(`${it.id}: a case of a function is one call`)
    return step.args as readonly Arg[] as Args
  }
  const { steps, cost, legal } = it
  return {
    id: it.id,
    kind: 'function',
    name: it.name,
    signature: it.signature,
    params: Object.keys(it.params),
    tolerance,
    hints: it.hints,
    holds: it.holds,
    cases(seed) {
      const random = new Random(seed)
      const one = (group: Case['group'], c: LabelledArgs<Args> | LabelledMake<Args>): Case => ({
        group,
        label: c.label,
        script: call('make' in c ? c.make(random) : c.args),
        tolerance: c.tolerance ?? tolerance,
      })
      const drawn = Array.from({ length: it.random.count }, (_, i) => ({
        label: `random input ${i + 1}`,
        make: it.random.make,
      }))
      return [
        ...it.worked.map((c) => one('worked', c)),
        ...drawn.map((c) => one('random', c)),
        ...it.special.map((c) => one('special', c)),
      ]
    },
    expected: (script) => [outcome(() => it.reference(...argsOf(script)))],
    misconceptions: unique(it.id, it.misconceptions).map(({ wrong, ...rest }) => ({
      ...rest,
      run: (script) => [outcome(() => wrong(...copyOf(argsOf(script))))],
    })),
    ...(cost && { cost: { ...cost, script: (n: number, random: Random) => call(cost.args(n, random)) } }),
    ...(steps && { steps: (script: Script) => steps(...argsOf(script)) }),
    shapes: { [it.name]: Object.values(it.params) },
    legal: (script) => legal?.(...argsOf(script)) ?? true,
  }
}

/**
 * Arguments for code that changes its inputs, results of code that keeps them: arrays and objects anew, streams as they
 * are. By hand, since `structuredClone` takes longer than the attention that it copies for.
 */
export function copyOf<T>(value: T): T {
  if (value === null || typeof value !== 'object' || value instanceof Once) return value
  if (Array.isArray(value)) return (typeof value[0] === 'number' ? value.slice() : value.map(copyOf)) as T
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, copyOf(v)])) as T
}

/** A call as the outcome of a step: what it returned, or the kind of error that it threw. */
export function outcome(call: () => Value): Outcome {
  try {
    return { kind: 'returned', value: call() }
  } catch (e) {
    return {
      kind: 'threw',
      error: e instanceof Error ? e.name : typeof e,
      message: e instanceof Error ? e.message : '',
    }
  }
}

/** @throws TypeError when two have one id */
export function unique<T extends { readonly id: string }>(exercise: string, list: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  for (const { id } of list) {
    if (seen.has(id)) throw new TypeError(`${exercise}: two misconceptions are called ${id}`)
    seen.add(id)
  }
  return list
}
