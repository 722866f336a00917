import type { Misconception } from '#lib/grading/exercise.ts'

/** What a verdict says of a mistake: a misconception without its code. */
export type Mistake = Pick<Misconception, 'id' | 'headline' | 'feedback'>

export type Rows = readonly (readonly number[])[]
