import type { Metadata } from 'next'
import { readCourse } from '#lib/course/read-course.ts'
import {
  ArgumentShapes,
  DefinitionFields,
  ExerciseFolder,
  GrowthRules,
  MisconceptionGuide,
  RandomInputs,
} from '../exercise-guide.tsx'
import { GuidePage } from '../guide-page.tsx'

export const metadata: Metadata = {
  title: 'Exercises · For authors',
  description: 'The folder of an exercise and every field of its definition, with excerpts from real exercises.',
}

/** How an exercise is written. */
export default async function ExercisesPage() {
  const course = await readCourse()
  return (
    <GuidePage
      href="/authors/exercises"
      title="Exercises"
      intro={<p>An exercise is a definition, starter code, a solution, and answers that the grader must judge.</p>}
      sections={[
        { id: 'exercises', title: 'The folder', content: <ExerciseFolder /> },
        { id: 'definition', title: 'Fields of a definition', content: <DefinitionFields course={course} /> },
        { id: 'shapes', title: 'Shapes of arguments', content: <ArgumentShapes /> },
        { id: 'random-inputs', title: 'Drawing inputs at random', content: <RandomInputs /> },
        { id: 'misconception', title: 'A misconception', content: <MisconceptionGuide /> },
        { id: 'growth', title: 'Rules for cost and memory', content: <GrowthRules /> },
      ]}
    />
  )
}
