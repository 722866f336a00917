import { readCardFields, readNumberFields, readQuestionFields } from '../field-docs.ts'
import { FieldTable } from '../field-table.tsx'
import { SourceFile } from '../source-file.tsx'

/** How a card is written. */
export function CardTemplate() {
  return (
    <>
      <div className="prose">
        <p>
          A lesson has at least five cards, in <code translate="no">cards.ts</code>: the lesson’s question as an
          interviewer asks it, a formula, a why, a number, a trap. The model answer is what you would say in the
          interview. Its key points decide how an answer is scored, in reviews and in the mock interview.
        </p>
        <p>
          Cards are written in Markdown, like lessons: <code translate="no">*emphasis*</code>,{' '}
          <code translate="no">**strong**</code>, <code translate="no">`code`</code>, <code translate="no">$math$</code>
          , <code translate="no">$$math$$</code> on a line of its own, and links such as{' '}
          <code translate="no">[words](/lessons/slug)</code>. A model answer and the answer of a follow-up may have
          paragraphs, with an empty line between them, and lists; a question and a key point are one line each. To show
          a character that Markdown treats as markup, put a backslash before it, doubled in a TypeScript string:{' '}
          <code translate="no">{'2\\\\*B'}</code>.
        </p>
        <p>
          A key point is recognized by its own words. If people say it in other words, list those in{' '}
          <code translate="no">accepts</code>. <code translate="no">lesson:check</code> reports a card whose model
          answer doesn’t cover one of its key points.
        </p>
      </div>
      <h3>A template</h3>
      <SourceFile name="card-template.ts" />
    </>
  )
}

/** What each field of a card holds. */
export function CardFields() {
  return <FieldTable label="Fields of a card" fields={readCardFields()} />
}

/** How a number question is written. */
export function NumberTemplate() {
  return (
    <>
      <p className="quiet">
        A lesson may also ask for numbers, with new values in each review. Define these questions in{' '}
        <code translate="no">numbers.ts</code>, next to <code translate="no">cards.ts</code>: one computation for the
        answer, and one for each common mistake.
      </p>
      <SourceFile name="number-template.ts" />
      <FieldTable label="Fields of a number question" fields={readNumberFields()} />
      <p className="quiet">What generate returns:</p>
      <FieldTable label="What generate returns" fields={readQuestionFields()} />
    </>
  )
}
