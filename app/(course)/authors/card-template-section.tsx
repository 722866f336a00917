import { cardFields, numberFields, questionFields } from './field-docs.ts'
import { FieldTable } from './field-table.tsx'
import { SourceFile } from './source-file.tsx'

/** How a card is written. */
export function CardTemplate() {
  return (
    <>
      <div className="prose">
        <p>
          A lesson has at least five cards, in <code translate="no">cards.ts</code>: the question of the lesson as an
          interviewer asks it, a formula, a why, a number, a trap. The model answer is what one says in the room; its
          key points are what an answer is scored by, in reviews and in the mock interview.
        </p>
        <p>
          Its texts are Markdown as in the lesson: <code translate="no">*emphasis*</code>,{' '}
          <code translate="no">**strong**</code>, <code translate="no">`code`</code>,{' '}
          <code translate="no">$maths$</code>, <code translate="no">$$maths$$</code> on a line of its own, and links
          such as <code translate="no">[words](/lessons/slug)</code>. A model answer and the answer of a follow-up may
          have paragraphs, with an empty line between them, and lists; a question and a key point are one line. A mark
          that is to be seen has a backslash before it, which a string of TypeScript doubles:{' '}
          <code translate="no">{'2\\\\*B'}</code>.
        </p>
        <p>
          A key point is found by its own words. Where people say it in other words, list them in{' '}
          <code translate="no">says</code>. <code translate="no">lesson:check</code> says when a card’s own model answer
          does not cover one of its points.
        </p>
      </div>
      <h3>A template</h3>
      <SourceFile name="card-template.ts" />
      <h3>Fields of a card</h3>
      <FieldTable label="Fields of a card" fields={cardFields()} />
      <h3>Questions with fresh numbers</h3>
      <p className="quiet">
        A lesson may ask for numbers as well, with new values in each review: in <code translate="no">numbers.ts</code>,
        beside <code translate="no">cards.ts</code>. A computation gives the answer, and others the numbers that common
        mistakes give.
      </p>
      <SourceFile name="number-template.ts" />
      <FieldTable label="Fields of a number question" fields={numberFields()} />
      <p className="quiet">What draw gives:</p>
      <FieldTable label="What draw gives" fields={questionFields()} />
    </>
  )
}
