/** How to find mistakes that have no name yet. */
export function AskLearners() {
  return (
    <div className="prose">
      <ol>
        <li>Write the solution yourself, quickly, three times. What you get wrong at first, others get wrong too.</li>
        <li>
          Go through the reference line by line: leave the line out, swap it with the next one, use the other axis,
          start at 1, stop one short, write into the input. Each change is a candidate.
        </li>
        <li>
          Give each mistake that people make a name, an edit in <code translate="no">wrong.ts</code> and code in{' '}
          <code translate="no">misconceptions</code>. If no input shows the mistake, add one to{' '}
          <code translate="no">edgeCases</code>: <code translate="no">lesson:check</code> tells you which two mistakes
          no input distinguishes.
        </li>
        <li>
          Then look at what learners submit. Below are their most frequent wrong outputs that no misconception explains
          yet, counted since the exercise last changed.
        </li>
      </ol>
    </div>
  )
}
