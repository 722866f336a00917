import { defineWrongAnswers, edit } from '#lib/grading/wrong-answers.ts'

export default defineWrongAnswers({
  solution: [
    edit('by-kv-heads', 'return queryHeads /', 'return'),
    edit('by-query-heads', 'queryHeads / kvHeads;', 'queryHeads;'),
    edit('difference', 'queryHeads / kvHeads', 'queryHeads - kvHeads'),
    edit('half', 'queryHeads / kvHeads;', 'queryHeads / (2 * kvHeads);'),
    edit('in-bits', 'queryHeads / kvHeads', 'Math.log2(queryHeads / kvHeads)', { shows: [] }),
    edit('inverted', 'queryHeads / kvHeads', 'kvHeads / queryHeads'),
    edit('part-saved', 'queryHeads / kvHeads', '(queryHeads - kvHeads) / queryHeads'),
    edit('squared', 'queryHeads / kvHeads', 'Math.pow(queryHeads / kvHeads, 2)'),
    edit('twice', 'queryHeads / kvHeads', '(queryHeads / kvHeads) * 2'),
    edit('with-queries', 'queryHeads / kvHeads', '(queryHeads * 3) / (queryHeads + kvHeads + kvHeads)'),
  ],
})
