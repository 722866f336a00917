import { wrongPlace } from './wrong-place.ts'
import { wrongSoftmax } from './wrong-softmax.ts'
import { wrongTokens } from './wrong-tokens.ts'

/** All that is recognised in this exercise. */
export const misconceptions = [...wrongPlace, ...wrongTokens, ...wrongSoftmax]
