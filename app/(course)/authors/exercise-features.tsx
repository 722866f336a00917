import type { ClassDefinition } from '#lib/grading/define-class.ts'
import type { FunctionDefinition } from '#lib/grading/define-function.ts'
import 'server-only'
import path from 'node:path'
import { HighlightedCode } from '#app/_components/workbench/highlighted-code.tsx'
import { type FeatureExcerpt, findFeatureExcerpts } from '#lib/authoring/feature-excerpts.ts'
import { exerciseHref } from '#lib/course/anchors.ts'
import type { Course } from '#lib/course/course.ts'
import styles from './authors.module.css'

/** Every field of an exercise's definition: what it does, and how an exercise of this course uses it. */
export function ExerciseFeatures({ course }: { readonly course: Course }) {
  const excerpts = findCourseExcerpts(course)
  const published = new Set(course.publishedLessons.map(({ slug }) => slug))
  return (
    <dl className={`ruled ${styles.features}`}>
      {Object.entries(FEATURE_WORDS).map(([name, words]) => {
        const excerpt = excerpts.get(name)
        return (
          <div key={name} id={`feature-${name}`}>
            <dt>
              <code translate="no">{name}</code>
            </dt>
            <dd>
              <p>{words}</p>
              {excerpt && (
                <>
                  <HighlightedCode source={excerpt.source} from={1} />
                  <p className="quiet">
                    {`${excerpt.exercise}/${excerpt.file}, line ${excerpt.line}. `}
                    {published.has(excerpt.lesson) && (
                      <a href={exerciseHref(excerpt.lesson, excerpt.exercise)}>Try that exercise</a>
                    )}
                  </p>
                </>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** The best excerpt of each field, from published lessons where one of them has it. */
function findCourseExcerpts({ publishedLessons, draftLessons }: Course): ReadonlyMap<Feature | string, FeatureExcerpt> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'content/lessons')
  const listFolders = (lessons: Course['publishedLessons']) =>
    lessons.flatMap(({ exercises, slug }) => exercises.map((exercise) => ({ lesson: slug, exercise: exercise.id })))
  const matches = [draftLessons, publishedLessons].flatMap((lessons) =>
    (['defineClass', 'defineFunction'] as const).map((kind) => findFeatureExcerpts(kind, folder, listFolders(lessons))),
  )
  return new Map(matches.flatMap((features) => [...features])) // later ones replace earlier ones
}

/** What an author writes about an exercise: fields of a function's definition, and of a class's. */
type Feature = keyof FunctionDefinition<[], number> | keyof ClassDefinition

/** What each field does for who writes and who learns. The compiler asks for one more when a field is added. */
export const FEATURE_WORDS: Readonly<Record<Feature, string>> = {
  name: 'The function or class that the learner writes. The grader finds it by its export, otherwise by its name.',
  signature:
    'The signature that the learner must write. It’s part of the task, and the message about a missing function quotes it.',
  params:
    'The parameters and their shapes. Arguments that share a letter shrink together when the grader reduces a failing input.',
  shapes: 'The same for a class: for its constructor, `new`, and for each method.',
  reference: 'The correct solution. It computes the expected results outside the sandbox and never enters it.',
  follows: 'For inputs with several correct results: if the learner’s result is correct, it becomes the expected one.',
  examples: 'Inputs that a person can follow by hand. The first check of every verdict.',
  random: 'New inputs for every submission, so that a lookup table can’t pass.',
  edgeCases:
    'Inputs on which near misses differ from correct solutions. Each mistake that no other input shows needs one.',
  misconceptions:
    'Named mistakes: what code with the mistake returns, and feedback as a kind colleague would give it. A verdict names one only if every output matches.',
  otherFunctions: 'Other functions that the learner’s code must define.',
  tolerance: 'How far a number may be off. The verdict’s legend shows it.',
  cost: 'How the counted work may grow with the input. Without maxExponent the counts are shown but not graded; with it, solutionWork gives the work of the solution.',
  memory: 'How much memory the learner’s code may hold at once, in array elements and in bytes.',
  steps: 'The steps of the reference, shown next to those of the learner’s code for the failing input.',
  isValidInput: 'Whether the exercise allows an input. The grader asks when it makes a failing input smaller.',
  hints: 'Shown one at a time: the first is a question, the last is nearly the code.',
  passHeadline: 'The headline of a passing verdict.',
}
