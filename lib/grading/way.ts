import type { Departure, Misconception, Play } from './exercise.ts'
import type { Value } from './value.ts'

/** A misunderstanding as code. May throw, may return anything; throws `Unfit` where shapes do not fit it. */
export interface Way<Args extends readonly Value[]> {
  readonly wrong: (...args: Args) => Value
  /** What it does to further functions, by name. It is then recognised in each function alone as well. */
  readonly also?: Readonly<Record<string, (...args: never[]) => Value>>
  /** What is done otherwise in a candidate's code: see `candidate`. */
  readonly departs?: Departs<Way<Args>>
}
/** Steps that are done otherwise, and the code that follows them. */
export interface Departs<Made> {
  readonly steps: Steps
  readonly follow: (steps: Steps) => Made
}
export type Steps = Readonly<Record<string, unknown>>

export type FunctionMisconception<Args extends readonly Value[]> = Omit<
  Misconception,
  'run' | 'load' | 'forms' | 'departures'
> &
  Way<Args> & {
    /** Other ways to write it that give other outputs. */
    readonly forms?: readonly (Way<Args> | Way<Args>['wrong'])[]
  }

/**
 * An answer as candidates write it, whose steps may each be done otherwise: `candidate(attend)({ scale: () => 1 })`.
 * Two misconceptions of one candidate that touch different steps are recognised when they come together in an answer.
 *
 * @param code  the answer; a step that is left out is done right
 */
export function candidate<Args extends readonly Value[], Otherwise extends object>(
  code: (how: Otherwise) => Way<Args>['wrong'] | Way<Args>,
): (how: Otherwise) => Way<Args> {
  const follow = (steps: Steps): Way<Args> => {
    const made = code(steps as Otherwise)
    return { ...(typeof made === 'function' ? { wrong: made } : made), departs: { steps, follow } }
  }
  return (how) => follow(how as Steps)
}

/** One misconception that may be written in several ways. */
export function anyOf<Args extends readonly Value[]>(
  first: Way<Args>,
  ...others: readonly (Way<Args> | Way<Args>['wrong'])[]
): Way<Args> & Pick<FunctionMisconception<Args>, 'forms'> {
  return { ...first, forms: others }
}

/** Runs an exercise's functions on a script: those of the code where it has them, else right ones. */
export type Run = (code: Readonly<Record<string, Code | undefined>>) => Play
export type Code = (...args: readonly Value[]) => Value

/** A misconception of functions as the grader runs it. `name` is that of the exercise's first function. */
export function misconceptionOf<Args extends readonly Value[]>(
  { wrong, forms = [], also, departs, ...rest }: FunctionMisconception<Args>,
  name: string,
  run: Run,
): Misconception {
  const ways = [{ wrong, ...(also && { also }), ...(departs && { departs }) }, ...forms].map((way) =>
    'wrong' in way ? way : { wrong: way },
  )
  const [first = run({}), ...others] = ways.flatMap((way) => inEachFunction(name, way)).map(run)
  const departures = ways.flatMap((way): Departure[] =>
    way.departs ? [departure(way.departs, (made) => run(inAllFunctions(name, made)))] : [],
  )
  return {
    ...rest,
    run: first,
    ...(others.length > 0 && { forms: others }),
    ...(departures.length > 0 && { departures }),
  }
}

/** What is done otherwise, as the grader runs it. */
export function departure<Made>({ steps, follow }: Departs<Made>, run: (made: Made) => Play): Departure {
  return { candidate: follow, steps, run: (both) => run(follow(both)) }
}

/** A misconception's code by function: in all functions that it touches, and in each alone. */
function inEachFunction<Args extends readonly Value[]>(name: string, way: Way<Args>) {
  const all = inAllFunctions(name, way)
  const alone = Object.entries(all).map((one) => Object.fromEntries([one]))
  return [all, ...(alone.length > 1 ? alone : [])]
}

const inAllFunctions = <Args extends readonly Value[]>(
  name: string,
  { wrong, also = {} }: Way<Args>,
): Readonly<Record<string, Code>> => ({
  [name]: anyArguments(wrong),
  ...Object.fromEntries(Object.entries(also).map(([f, code]) => [f, anyArguments(code)])),
})

const anyArguments =
  <Args extends readonly Value[]>(code: (...args: Args) => Value): Code =>
  (...args) =>
    code(...(args as Args))
