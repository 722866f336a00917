import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit(
      'absolute-shift',
      '({ length: nK }, (_, j) => j <= i + past)',
      '({ length: nK }, (_, j) => j <= i + Math.abs(nK - nQ))',
    ),
    edit('axes-swapped', [
      ['{ length: nQ }', '{ length: nK }'],
      ['{ length: nK }', '{ length: nQ }'],
      ['j <= i + past', 'i <= j + nK - nQ'],
    ]),
    edit('first-key-kept', '<= i + past', '=== 0 || j <= i + nK - nQ'),
    edit('no-mask', 'j <= i + past', 'true'),
    edit('one-future', '({ length: nK }, (_, j) => j <= i + past)', '({ length: nK }, (_, j) => j <= i + nK - nQ + 1)'),
    edit('shift-reversed', '({ length: nK }, (_, j) => j <= i + past)', '({ length: nK }, (_, j) => j <= i + nQ - nK)'),
    edit(
      'square',
      [
        ['{ length: nQ }', '{ length: nK }'],
        ['({ length: nK }, (_, j) => j <= i + past)', '({ length: nK }, (_, j) => j <= i)'],
      ],
      { shows: [] },
    ),
    edit('strictly-past', '<= i + past', '< i + nK - nQ'),
    edit('top-left', '({ length: nK }, (_, j) => j <= i + past)', '({ length: nK }, (_, j) => j <= i)'),
    edit(
      'top-not-empty',
      '({ length: nK }, (_, j) => j <= i + past)',
      '({ length: nK }, (_, j) => j <= i + (nK > nQ ? nK - nQ : 0))',
    ),
    edit('true-hides', '<= i + past', '> i + nK - nQ'),
  ],
})
