import { exerciseHref } from '#lib/course/anchors.ts'
import type { Course } from '#lib/course/course.ts'
import { StrengthTable } from './strength-table.tsx'

/** How well each published exercise judges the answers that lie beside it. */
export function Strengths({ course }: { readonly course: Course }) {
  const exercises = course.listed.flatMap((lesson) =>
    lesson.exercises.map(({ id }) => ({ id, href: exerciseHref(lesson.slug, id) })),
  )
  return (
    <>
      <div className="prose">
        <p>
          This server grades the right and the wrong answers beside each exercise, once after it has started, with the
          grader and the sandbox that learners meet. No right answer may be turned away, and no wrong one may pass.
        </p>
      </div>
      <StrengthTable exercises={exercises} />
      <noscript>
        <p>The table is filled by a script. Without one, npm run lesson:check says the same.</p>
      </noscript>
    </>
  )
}
