import { capital, spellCount } from '#app/_components/ui/spell-number.ts'
import { HighlightedCode } from '#app/_components/workbench/highlighted-code.tsx'
import { Workbench } from '#app/_components/workbench/workbench.tsx'
import type { Course } from '#lib/course/course.ts'
import { toPlainQuestion } from '#lib/course/frontmatter.ts'
import { readWorkbenchExercise } from '#lib/course/read-workbench-exercise.ts'
import styles from './home.module.css'

/** The home page of a new visitor: what the course is, and an exercise of one minute. */
export async function FirstRun({ course }: { readonly course: Course }) {
  const lesson = [...course.publishedLessons, ...course.draftLessons].find(({ exercises }) =>
    exercises.some(({ id }) => id === course.homeExercise),
  )
  const exercise = lesson?.exercises.find(({ id }) => id === course.homeExercise)
  const workbench = lesson && exercise && (await readWorkbenchExercise(exercise, lesson, undefined))
  const [first] = course.publishedLessons
  // its lesson may be a draft: whatever comes after it there, learners continue with the first published lesson
  const next = first && {
    label: `Read lesson ${first.number}`,
    title: toPlainQuestion(first.frontmatter.question),
    href: `/lessons/${first.slug}`,
  }
  return (
    <>
      <div className={`page ${styles.hero}`}>
        <h1 className="question">
          <span className={styles.nb}>Read the answer.</span> <span className={styles.nb}>Build it.</span>{' '}
          <span className={styles.nb}>Say it in the interview.</span>
        </h1>
        <p className="lede">
          {capital(spellCount(course.publishedLessons.length, 'question'))} about the Transformer’s attention. You write
          each answer as code, and it’s checked right here on the page.{workbench && ' Start with one minute:'}
        </p>
      </div>
      {workbench && (
        <section className={`page ${styles.firstRun}`} aria-label="One minute">
          <Workbench
            exercise={{ ...workbench, ...(next && { next }) }}
            code={<HighlightedCode source={workbench.starter} />}
            variant="first-run"
          />
        </section>
      )}
    </>
  )
}
