import type {
  Case,
  CaseGroup,
  CostRule,
  Exercise,
  LabelledArgs,
  LabelledMake,
  MemoryRule,
  ReferenceStep,
  Shape,
  Tolerance,
} from './exercise.ts'
import { TOLERANCE } from './exercise.ts'
import { copyOf, outcome } from './outcome.ts'
import { Random } from './random.ts'
import type { Arg, Outcome, Script } from './script.ts'
import { type SecondFunction, secondFunction } from './second-function.ts'
import type { Given, Value } from './value.ts'
import { type FunctionMisconception, misconceptionOf, type Run } from './way.ts'

export type { FunctionMisconception, Way } from './way.ts'

/** A function exercise as an author writes it: `Args` are the parameters' types, `Result` what it returns. */
export interface FunctionDefinition<Args extends readonly Value[], Result extends Value> {
  readonly id: string
  readonly name: string
  readonly signature: string
  /** Parameters by name, each with its shape: { Q: ['n', 'd'], K: ['n', 'd'], V: ['n', 'v'] }. In order. */
  readonly params: Readonly<Record<string, Shape>>
  readonly tolerance?: Tolerance
  readonly reference: (...args: Args) => Result
  /**
   * Where several results are right: `given`, by the reference or a misconception, with what the learner's code gave in
   * those parts that may be one thing or another.
   */
  readonly follows?: (given: Value, learners: Given, ...args: Args) => Value
  /** Worked by hand: small whole numbers that a person can follow. The first one is shown first. */
  readonly worked: readonly LabelledArgs<Args>[]
  /** Shapes and values drawn from a seed. */
  readonly random: { readonly count: number; readonly make: (random: Random) => Args }
  /** The inputs that tell near-misses from right answers. */
  readonly special: readonly (LabelledArgs<Args> | LabelledMake<Args>)[]
  readonly misconceptions: readonly FunctionMisconception<Args>[]
  /** Further functions that the answer must have. */
  readonly also?: readonly SecondFunction[]
  readonly cost?: Omit<CostRule, 'script' | 'measured'> & { readonly args: (n: number, random: Random) => Args }
  readonly memory?: Omit<MemoryRule, 'script' | 'remark'> & {
    readonly args: (n: number, random: Random) => Args
    readonly remark?: Omit<NonNullable<MemoryRule['remark']>, 'script'> & { readonly args: (random: Random) => Args }
  }
  readonly steps?: (...args: Args) => readonly ReferenceStep[]
  readonly legal?: (...args: Args) => boolean
  readonly hints: readonly string[]
  readonly holds: string
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
  const functions: readonly SecondFunction[] = [secondFunction<Args>(it), ...(it.also ?? [])]
  const byName = new Map(functions.map((f) => [f.name, f]))
  const called = (script: Script): { readonly it: SecondFunction; readonly args: readonly Value[] } => {
    const [step] = script
    const f = step && 'call' in step ? byName.get(step.call) : undefined
    if (!step || !('call' in step) || !f) throw new TypeError(`${it.id}: a case of a function is one call`)
    return { it: f, args: step.args as readonly Arg[] as readonly Value[] }
  }
  const first = (script: Script): Args | undefined => {
    const c = called(script)
    return c.it.name === it.name ? (c.args as Args) : undefined
  }
  const followed = (given: Outcome, learners: Outcome | undefined, args: Args | undefined): Outcome =>
    it.follows && args && given.kind === 'returned' && learners?.kind === 'returned'
      ? { ...given, value: it.follows(given.value as Value, learners.value, ...args) }
      : given
  const run: Run = (code) => (script, learners) => {
    const { it: f, args } = called(script)
    const given = outcome(() => (code[f.name] ?? f.reference)(...copyOf(args)))
    return [followed(given, learners?.[0], first(script))]
  }
  const { steps, cost, memory } = it
  return {
    id: it.id,
    kind: 'function',
    name: it.name,
    signature: it.signature,
    params: Object.keys(it.params),
    ...(it.also && { otherParams: Object.fromEntries(it.also.map((f) => [f.name, Object.keys(f.params)])) }),
    tolerance,
    hints: it.hints,
    holds: it.holds,
    cases: (seed) => cases(functions, tolerance, new Random(seed)),
    expected: run({}),
    misconceptions: unique(it.id, it.misconceptions).map((m) => misconceptionOf(m, it.name, run)),
    ...(cost && {
      cost: { ...cost, script: (n: number, random: Random) => [{ call: it.name, args: cost.args(n, random) }] },
    }),
    ...(memory && { memory: memoryRule(it.name, memory) }),
    ...(steps && {
      steps: (script: Script) => {
        const args = first(script)
        return args ? steps(...args) : []
      },
    }),
    shapes: Object.fromEntries(functions.map((f) => [f.name, Object.values(f.params)])),
    legal: (script) => called(script).it.legal?.(...called(script).args) ?? true,
  }
}

function memoryRule<Args extends readonly Value[]>(
  name: string,
  { args, remark, ...rule }: NonNullable<FunctionDefinition<Args, Value>['memory']>,
): MemoryRule {
  return {
    ...rule,
    script: (n, random) => [{ call: name, args: args(n, random) }],
    ...(remark && { remark: { ...remark, script: (random: Random) => [{ call: name, args: remark.args(random) }] } }),
  }
}

function cases(functions: readonly SecondFunction[], tolerance: Tolerance, random: Random): readonly Case[] {
  const of =
    (group: CaseGroup, f: SecondFunction) =>
    (c: LabelledArgs<readonly Value[]> | LabelledMake<readonly Value[]>): Case => ({
      group,
      label: c.label,
      script: [{ call: f.name, args: 'make' in c ? c.make(random) : c.args }],
      tolerance: c.tolerance ?? tolerance,
      ...('make' in c && { drawn: true as const }),
    })
  const drawn = (f: SecondFunction, k: number) =>
    Array.from({ length: f.random.count }, (_, i) => ({
      label: `random input ${i + 1}${k > 0 ? ` of ${f.name}` : ''}`,
      make: f.random.make,
    }))
  return [
    ...functions.flatMap((f) => f.worked.map(of('worked', f))),
    ...functions.flatMap((f, k) => drawn(f, k).map(of('random', f))),
    ...functions.flatMap((f) => f.special.map(of('special', f))),
  ]
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
