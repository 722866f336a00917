import type { Exercise, Shape } from './exercise.ts'
import { type Arg, ReusedBuffer, type Script, SingleUseIterable, type Step } from './script.ts'
import type { Value } from './value.ts'

/** Lengths of a script's axes by letter: { n: 5, d: 3 }. The largest where steps differ. */
export function measureAxes(exercise: Exercise, script: Script): Readonly<Record<string, number>> {
  const axes: Record<string, number> = {}
  const note = (letter: string, n: number) => {
    axes[letter] = Math.max(axes[letter] ?? 0, n)
  }
  const look = (value: Value, shape: Shape): void => {
    if (isLetters(shape)) {
      let v: Value = value
      for (const letter of shape) {
        if (!Array.isArray(v)) return
        note(letter, v.length)
        v = v[0] as Value
      }
    } else if ('axis' in shape && typeof value === 'number') note(shape.axis, value)
  }
  for (const step of script)
    for (const [i, shape] of getShapes(exercise, step).entries()) look(unwrapArg(getArgs(step)[i]), shape)
  return axes
}

/** The script with one index of an axis taken away from every argument that has this axis. */
export function withoutIndex(exercise: Exercise, script: Script, letter: string, index: number): Script {
  const cutValue = (value: Value, shape: Shape): Value => {
    if (isLetters(shape)) return cutArray(value, shape, letter, index)
    if ('axis' in shape && shape.axis === letter && typeof value === 'number') return value - 1
    return value
  }
  return mapArgs(exercise, script, cutValue)
}

/** The script with every number of every array argument changed by `change`. */
export function withNumbers(exercise: Exercise, script: Script, change: (x: number) => number): Script {
  const deep = (value: Value): Value =>
    typeof value === 'number' ? change(value) : Array.isArray(value) ? value.map((v: Value) => deep(v)) : value
  return mapArgs(exercise, script, (value, shape) => (isLetters(shape) && shape.length > 0 ? deep(value) : value))
}

/** The script with each whole-number argument that may be smaller made smaller by `change`. */
export function withIntegers(exercise: Exercise, script: Script, change: (x: number, least: number) => number): Script {
  const smaller = (value: Value, shape: Shape): Value => {
    if (isLetters(shape)) return value
    if ('int' in shape && typeof value === 'number') return Math.max(shape.int, change(value, shape.int))
    if ('fields' in shape && value !== null && typeof value === 'object' && !Array.isArray(value))
      return Object.fromEntries(
        Object.entries(value).map(([k, v]) => [k, shape.fields[k] ? smaller(v as Value, shape.fields[k]) : v]),
      ) as Value
    return value
  }
  return mapArgs(exercise, script, smaller)
}

export const isLetters = (shape: Shape): shape is readonly string[] => Array.isArray(shape)

export const getArgs = (step: Step): readonly Arg[] => ('args' in step ? step.args : [])

/** Shapes of a step's arguments, as the exercise states them. */
export function getShapes(exercise: Exercise, step: Step): readonly Shape[] {
  if ('get' in step) return []
  return exercise.shapes['new' in step ? 'new' : step.call] ?? []
}

/** The names of a step's parameters, as the learner wrote them; none for a class. */
export function getParamNames(exercise: Exercise, step: Step | undefined): readonly string[] {
  const other = step && 'call' in step ? exercise.otherParams?.[step.call] : undefined
  return other ?? exercise.params
}

/** An argument as the value that the code sees. */
export const unwrapArg = (arg: Arg): Value =>
  arg instanceof ReusedBuffer || arg instanceof SingleUseIterable ? arg.values : arg

function mapArgs(exercise: Exercise, script: Script, change: (value: Value, shape: Shape) => Value): Script {
  return script.map((step) => {
    if (!('args' in step)) return step
    const shapes = getShapes(exercise, step)
    const args = step.args.map((arg, i): Arg => {
      const shape = shapes[i]
      if (!shape) return arg
      if (arg instanceof ReusedBuffer) return new ReusedBuffer(arg.buffer, change(arg.values, shape) as number[])
      if (arg instanceof SingleUseIterable) return new SingleUseIterable(change(arg.values, shape) as number[])
      return change(arg, shape)
    })
    return { ...step, args }
  })
}

function cutArray(value: Value, letters: readonly string[], letter: string, index: number): Value {
  const [axis, ...rest] = letters
  if (axis === undefined || !Array.isArray(value)) return value
  const slices: readonly Value[] =
    axis === letter ? value.filter((_, i) => i !== Math.min(index, value.length - 1)) : value
  return rest.includes(letter) ? slices.map((v) => cutArray(v, rest, letter, index)) : slices
}
