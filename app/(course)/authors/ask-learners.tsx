import { UnexplainedList } from './unexplained-list.tsx'

/** How mistakes are found that have no name yet. */
export function AskLearners() {
  return (
    <>
      <div className="prose">
        <ol>
          <li>Write the answer yourself, fast, three times. What you got wrong first, others get wrong too.</li>
          <li>
            Go through the reference line by line: leave it out, swap it with the next one, take the other axis, begin
            at 1, stop one short, write into the input. Each is a candidate.
          </li>
          <li>
            Give each that people make a name, an edit in <code translate="no">wrong.ts</code> and code in{' '}
            <code translate="no">misconceptions</code>. Where no input shows it, add one to{' '}
            <code translate="no">special</code>: <code translate="no">lesson:check</code> says which two cannot be told
            apart.
          </li>
          <li>
            Then look at what learners send. Below are their most frequent wrong outputs that no misconception explains
            yet, counted since the exercise last changed.
          </li>
        </ol>
      </div>
      <UnexplainedList />
    </>
  )
}
