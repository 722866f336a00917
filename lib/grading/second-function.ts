import type { LabelledArgs, LabelledMake, Shape } from './exercise.ts'
import type { Random } from './random.ts'
import type { Value } from './value.ts'

/**
 * Another function that an answer must have, judged on cases of its own: `ropeInterleaved` beside `rope`, `dequantize`
 * beside `quantizeInt8`.
 */
export interface SecondFunction {
  readonly name: string
  readonly params: Readonly<Record<string, Shape>>
  readonly reference: (...args: readonly Value[]) => Value
  readonly worked: readonly LabelledArgs<readonly Value[]>[]
  readonly random: { readonly count: number; readonly make: (random: Random) => readonly Value[] }
  readonly special: readonly (LabelledArgs<readonly Value[]> | LabelledMake<readonly Value[]>)[]
  readonly legal?: (...args: readonly Value[]) => boolean
}

/** A second function as an author writes it: typed by its arguments, of which only its own cases know. */
export interface SecondDefinition<Args extends readonly Value[]> {
  readonly name: string
  readonly params: Readonly<Record<string, Shape>>
  readonly reference: (...args: Args) => Value
  readonly worked: readonly LabelledArgs<Args>[]
  readonly random: { readonly count: number; readonly make: (random: Random) => Args }
  readonly special: readonly (LabelledArgs<Args> | LabelledMake<Args>)[]
  readonly legal?: (...args: Args) => boolean
}

/** Lets a second function stand beside others with other arguments. */
export function secondFunction<Args extends readonly Value[]>(it: SecondDefinition<Args>): SecondFunction {
  const { reference, legal, ...rest } = it
  return {
    ...rest,
    reference: (...args) => reference(...(args as Args)),
    ...(legal && { legal: (...args: readonly Value[]) => legal(...(args as Args)) }),
  }
}
