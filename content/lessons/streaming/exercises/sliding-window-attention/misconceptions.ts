import { wrongSinks } from './wrong-sinks.ts'
import { wrongSoftmax } from './wrong-softmax.ts'
import { wrongWindow } from './wrong-window.ts'

/** All that is recognised in this exercise. */
export const misconceptions = [...wrongWindow, ...wrongSinks, ...wrongSoftmax]
