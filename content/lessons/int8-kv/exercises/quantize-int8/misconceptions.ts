import { wrongNumbers } from './wrong-numbers.ts'
import { wrongScale } from './wrong-scale.ts'

/** All that is recognised in this exercise. */
export const misconceptions = [...wrongScale, ...wrongNumbers]
