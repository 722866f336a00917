import type { Course } from '#lib/course/course.ts'
import { ExerciseFeatures } from './exercise-features.tsx'
import {
  readCostFields,
  readMemoryFields,
  readMisconceptionFields,
  readRandomMethods,
  readShapeFields,
} from './field-docs.ts'
import { FieldTable } from './field-table.tsx'

/** What an exercise’s folder contains. */
export function ExerciseFolder() {
  return (
    <div className="prose">
      <p>
        An exercise is a folder in <code translate="no">exercises/</code>. The name of the folder is the exercise’s id,
        unique in the course; the lesson’s text names it in <code translate="no">{'<Exercise id="…">'}</code>. The
        learner writes one function or one class, in one file without imports.
      </p>
      <ul>
        <li>
          <code translate="no">exercise.ts</code> exports <code translate="no">defineFunction(…)</code> or{' '}
          <code translate="no">defineClass(…)</code>: the fields are below. It may import from files next to it, and
          from the reference engine.
        </li>
        <li>
          <code translate="no">starter.ts</code> is the starter code. It runs, but doesn’t pass.
        </li>
        <li>
          <code translate="no">solution.ts</code> is shown to learners who have passed or given up.
        </li>
        <li>
          <code translate="no">right/</code> holds at least three right answers in different styles: loops, functional,
          typed arrays. The grader must accept each.
        </li>
        <li>
          <code translate="no">wrong.ts</code> holds at least five wrong answers, each as an edit of the solution or of
          another answer: <code translate="no">{"edit('no-scale', ' / Math.sqrt(d)', '')"}</code> names the
          misconception that it shows, a text that the answer contains exactly once, and what replaces it. The grader
          must reject each one and name the misconception. Each edit is also tried in every right answer that contains
          its text: <code translate="no">lesson:check</code> shows whether it’s named there too.
        </li>
        <li>
          <code translate="no">wrong/</code> holds wrong answers in completely different styles, if there are any. The
          first line of each names its mistake: <code translate="no">{'// misconception: no-scale'}</code>, or{' '}
          <code translate="no">none</code>.
        </li>
      </ul>
      <p>
        <code translate="no">npm run grade -- my-topic answer.ts</code> grades a file as the server does and prints the
        whole verdict. <code translate="no">npm run grade -- my-topic#no-scale</code> prints and grades a wrong answer.
      </p>
    </div>
  )
}

/** What each field of a definition does, with an excerpt from an exercise of this course. */
export function DefinitionFields({ course }: { readonly course: Course }) {
  return (
    <>
      <p className="quiet">Each with an excerpt from an exercise of this course.</p>
      <ExerciseFeatures course={course} />
    </>
  )
}

/** The shapes that arguments can have. */
export function ArgumentShapes() {
  return (
    <>
      <p className="quiet">
        An array is a list of letters, one for each of its lengths: <code translate="no">['n']</code> is n numbers,{' '}
        <code translate="no">['n', 'd']</code> n rows of d. Other arguments are one of these:
      </p>
      <FieldTable label="Shapes of arguments that aren’t arrays" fields={readShapeFields()} />
    </>
  )
}

/** How an exercise draws its random inputs. */
export function RandomInputs() {
  return (
    <>
      <p className="quiet">
        The argument of <code translate="no">make</code> draws the same values for the same seed.
      </p>
      <FieldTable label="Methods for drawing random inputs" fields={readRandomMethods()} />
    </>
  )
}

/** How a misconception is written. */
export function MisconceptionGuide() {
  return (
    <>
      <p className="quiet">
        In a function’s exercise write <code translate="no">implementation</code> instead of{' '}
        <code translate="no">run</code>: the function as someone with the mistake would write it, with the parameters of{' '}
        <code translate="no">reference</code>. In a class’s exercise write <code translate="no">createClass</code>: a
        function that returns the class.
      </p>
      <p className="quiet">
        Mistakes that many exercises share are in <code translate="no">content/mistakes</code>: say how the wrong step
        enters your solution, as in <code translate="no">{'noMax((shift) => attending({ shift }))'}</code>. Its{' '}
        <code translate="no">wording</code> sets the words that the feedback uses.
      </p>
      <FieldTable label="Fields of a misconception" fields={readMisconceptionFields()} />
    </>
  )
}

/** The rules for how work and memory may grow. */
export function GrowthRules() {
  return (
    <>
      <h3>A cost rule</h3>
      <FieldTable label="Fields of a cost rule" fields={readCostFields()} />
      <h3>A memory rule</h3>
      <FieldTable label="Fields of a memory rule" fields={readMemoryFields()} />
    </>
  )
}
