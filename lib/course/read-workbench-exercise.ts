import 'server-only'
import { exerciseHref } from './anchors.ts'
import type { ExerciseInfo, Lesson } from './course.ts'
import { toPlainQuestion } from './frontmatter.ts'
import { loadExercise } from './load-exercise.ts'
import { readStarter } from './read-course.ts'
import type { WorkbenchExercise } from './workbench-exercise.ts'

/** Reads what a workbench needs to know about an exercise, and the next step after a pass. */
export async function readWorkbenchExercise(
  exercise: ExerciseInfo,
  lesson: Lesson,
  nextLesson: Lesson | undefined,
): Promise<WorkbenchExercise> {
  const { id, name, signature, hints } = exercise
  const [text, definition] = await Promise.all([readStarter(exercise), loadExercise(exercise.lesson, id)])
  const next = findNextStep(exercise, lesson, nextLesson)
  return {
    id,
    lesson: exercise.lesson,
    name,
    signature,
    fileName: `${name}.ts`,
    starter: text.trimEnd(),
    hints,
    passHeadline: definition.passHeadline,
    ...(next && { next }),
    codeMistakes: lesson.outline.flatMap((entry) =>
      entry.kind === 'code-mistake' ? [{ id: entry.id, title: entry.title }] : [],
    ),
  }
}

function findNextStep(
  exercise: ExerciseInfo,
  lesson: Lesson,
  nextLesson: Lesson | undefined,
): WorkbenchExercise['next'] {
  const following = lesson.exercises[lesson.exercises.findIndex(({ id }) => id === exercise.id) + 1]
  if (following)
    return { label: `Build ${following.name}`, title: following.name, href: exerciseHref(lesson.slug, following.id) }
  if (!nextLesson) return undefined
  return {
    label: `Read lesson ${nextLesson.number}`,
    title: toPlainQuestion(nextLesson.frontmatter.question),
    href: `/lessons/${nextLesson.slug}`,
  }
}
