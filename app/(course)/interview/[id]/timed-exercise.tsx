import 'server-only'
import { Children, isValidElement, type ReactElement, type ReactNode } from 'react'
import type { ExerciseProps } from '#app/_components/mdx/exercise.tsx'
import { createLessonComponents, type LessonComponents } from '#app/_components/mdx/lesson-components.tsx'
import { HighlightedCode } from '#app/_components/workbench/highlighted-code.tsx'
import type { TimedExercise } from '#app/_components/workbench/timed-workbench.tsx'
import type { ExerciseInfo, Lesson } from '#lib/course/course.ts'
import { readWorkbenchExercise } from '#lib/course/read-workbench-exercise.ts'
import { createBlankFile } from './blank-file.ts'

/** An exercise as a timed round asks for it: its task and its signature, no starter, no hints, no links to what explains it. */
export async function createTimedExercise(info: ExerciseInfo, lesson: Lesson): Promise<TimedExercise> {
  const [{ next: _, ...exercise }, brief] = await Promise.all([
    readWorkbenchExercise(info, lesson, undefined),
    renderBrief(info, lesson),
  ])
  const starter = createBlankFile(info.signature)
  return {
    exercise: { ...exercise, starter, hints: [], codeMistakes: [] },
    code: <HighlightedCode source={starter} />,
    brief: (
      <div className="prose">
        {brief}
        {/\beditor\b/.test(getText(brief)) && (
          <p className="quiet">The editor contains only the signature, not the code that the task mentions.</p>
        )}
      </div>
    ),
  }
}

/** What is inside the exercise's `<Exercise>` in its lesson. */
async function renderBrief({ id }: ExerciseInfo, lesson: Lesson): Promise<ReactNode> {
  const components = createLessonComponents(lesson, undefined)
  const { default: text } = await load(lesson.slug)
  const isExercise = (element: ReactElement<Partial<ExerciseProps>>) =>
    element.type === components.Exercise && element.props.id === id
  return findPiece(text({ components }), isExercise)?.props.children
}

type Piece = ReactElement<Partial<ExerciseProps>>

function findPiece(tree: ReactNode, isExercise: (piece: Piece) => boolean): Piece | undefined {
  for (const piece of Children.toArray(tree)) {
    if (!isValidElement<Partial<ExerciseProps>>(piece)) continue
    const exercise = isExercise(piece) ? piece : findPiece(piece.props.children, isExercise)
    if (exercise) return exercise
  }
  return undefined
}

function getText(tree: ReactNode): string {
  if (typeof tree === 'string') return tree
  return Children.toArray(tree)
    .map((child) => (isValidElement<{ children?: ReactNode }>(child) ? getText(child.props.children) : String(child)))
    .join(' ')
}

/** The bundler needs a relative template. A document of MDX is a function of its components. */
const load = (slug: string): Promise<{ default: (props: { components: LessonComponents }) => ReactNode }> =>
  import(`../../../../content/lessons/${slug}/lesson.mdx`)
