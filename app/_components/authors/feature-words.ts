import type { ClassDefinition } from '#lib/grading/define-class.ts'
import type { FunctionDefinition } from '#lib/grading/define-function.ts'

/** What an author writes about an exercise: fields of a function's definition, and of a class's. */
export type Feature = keyof FunctionDefinition<[], number> | keyof ClassDefinition

/** What each field does for who writes and who learns. The compiler asks for one more when a field is added. */
export const FEATURE_WORDS: Readonly<Record<Feature, string>> = {
  id: 'The name of its folder, unique in the course. Lessons name it in <Sandbox exercise>.',
  name: 'The function or class that the learner writes. It is found by its export, else by its name.',
  signature: 'As the learner must write it. It stands in the brief, and a missing function is named by it.',
  params:
    'The parameters and their shapes. Arguments that share a letter are cut together when a failing case is made smaller.',
  shapes: 'The same for a class: for its constructor, `new`, and for each method.',
  reference: 'The right answer. It computes what is expected, outside the sandbox, and never enters it.',
  follows:
    'For inputs with several right results: the one that the learner’s code gave, if it is right, is the expected one.',
  worked: 'Inputs that a person can follow by hand. The first check of every verdict.',
  random: 'Inputs drawn anew for every submission, so that nobody can answer by a table.',
  special: 'Inputs on which near-misses differ from right answers. Each mistake that no other input shows needs one.',
  misconceptions:
    'Mistakes with a name: what code with that mistake gives, and what a kind colleague says. A verdict names one only when every output fits.',
  also: 'Further functions that the same answer must have.',
  tolerance: 'How far a number may be off. The legend of the verdict prints it.',
  cost: 'How the counted work may grow with the input. Without maxExponent the counts are shown but not graded; with it, solutionWork gives the work of the solution.',
  memory: 'How much the answer may keep alive at once, in array elements and in bytes.',
  steps: 'The steps of the reference, shown beside those of the learner’s code for the case that fails.',
  legal: 'Whether a smaller input is still one that the exercise allows. Asked when a failing case is made smaller.',
  hints: 'Given one at a time: first a question, last nearly the code.',
  holds: 'The headline of a passing verdict.',
}
