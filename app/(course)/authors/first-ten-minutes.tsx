/** The steps from an idea to a complete lesson. */
export function FirstTenMinutes() {
  return (
    <div className="prose">
      <ol>
        <li>
          <p>
            In the project’s folder, run <code translate="no">npm run lesson:new -- my-topic --title "My topic"</code>.
            It creates <code translate="no">content/lessons/my-topic</code>: a small, complete lesson with comments that
            say what to change. It also adds the lesson to the end of <code translate="no">content/course.ts</code>.
          </p>
        </li>
        <li>
          <p>
            Start <code translate="no">npm run dev</code> and open{' '}
            <code translate="no">http://localhost:3000/lessons/my-topic</code>. Whenever you save, the page updates, and
            a bar above it lists each problem: what it is, where it is, and how to fix it. A block that doesn’t compile
            shows its source; the rest of the lesson and all other lessons still work.
          </p>
        </li>
        <li>
          <p>
            Change <code translate="no">lesson.mdx</code> from top to bottom: the frontmatter, the short answer, why
            it’s true, where it’s used, common mistakes, the task, mistakes in code.
          </p>
        </li>
        <li>
          <p>
            Rename the folder in <code translate="no">exercises/</code>, write its new name into{' '}
            <code translate="no">{'<Exercise id>'}</code>, and change its <code translate="no">exercise.ts</code>: the
            signature, the reference, examples, random inputs, edge cases. Then change the starter, the solution, three
            right answers in different styles and five wrong ones.
          </p>
        </li>
        <li>
          <p>
            Write five cards in <code translate="no">cards.ts</code>: the lesson’s question first.
          </p>
        </li>
        <li>
          <p>
            <code translate="no">npm run lesson:check -- my-topic</code> lists what is missing. When it lists nothing,
            the next start publishes the lesson.
          </p>
        </li>
      </ol>
    </div>
  )
}
