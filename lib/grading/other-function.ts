import type { LabeledArgs, LabeledGenerator, Shape } from './exercise.ts'
import type { Random } from './random.ts'
import type { Value } from './value.ts'

/**
 * Another function that an answer must have, judged on its own cases: `ropeInterleaved` in addition to `rope`,
 * `dequantize` in addition to `quantizeInt8`.
 */
export interface OtherFunction {
  readonly name: string
  readonly params: Readonly<Record<string, Shape>>
  readonly reference: (...args: readonly Value[]) => Value
  readonly examples: readonly LabeledArgs<readonly Value[]>[]
  readonly random: { readonly count: number; readonly make: (random: Random) => readonly Value[] }
  readonly edgeCases: readonly (LabeledArgs<readonly Value[]> | LabeledGenerator<readonly Value[]>)[]
  readonly isValidInput?: (...args: readonly Value[]) => boolean
}

/** Another function as an author writes it: typed by its arguments, which only its own cases know. */
export interface OtherFunctionDefinition<Args extends readonly Value[]> {
  readonly name: string
  readonly params: Readonly<Record<string, Shape>>
  readonly reference: (...args: Args) => Value
  readonly examples: readonly LabeledArgs<Args>[]
  readonly random: { readonly count: number; readonly make: (random: Random) => Args }
  readonly edgeCases: readonly (LabeledArgs<Args> | LabeledGenerator<Args>)[]
  readonly isValidInput?: (...args: Args) => boolean
}

/** Removes a function's argument types, so that it can be listed with functions that take other arguments. */
export function defineOtherFunction<Args extends readonly Value[]>(
  definition: OtherFunctionDefinition<Args>,
): OtherFunction {
  const { reference, isValidInput, ...rest } = definition
  return {
    ...rest,
    reference: (...args) => reference(...(args as Args)),
    ...(isValidInput && { isValidInput: (...args: readonly Value[]) => isValidInput(...(args as Args)) }),
  }
}
