import type { FunctionMisconception } from '#lib/grading/define-function.ts'
import type { CrossArgs } from './parametrized-cross.ts'
import { wrongMixing } from './wrong-mixing.ts'
import { wrongSides } from './wrong-sides.ts'

/** What goes wrong in `crossAttention`, each as code. */
export const misconceptions: readonly FunctionMisconception<CrossArgs>[] = [...wrongSides, ...wrongMixing]
