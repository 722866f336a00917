import { exerciseHref } from '#lib/course/anchors.ts'
import type { Course } from '#lib/course/course.ts'
import { StrengthTable } from './strength-table.tsx'

/** How well each published exercise judges its own right and wrong answers. */
export function Strengths({ course }: { readonly course: Course }) {
  const exercises = course.publishedLessons.flatMap((lesson) =>
    lesson.exercises.map(({ id }) => ({ id, href: exerciseHref(lesson.slug, id) })),
  )
  return (
    <>
      <div className="prose">
        <p>
          After each start, this server grades the right and wrong answers of every exercise once, with the same grader
          and sandbox as for learners. Every right answer must pass, and every wrong one must fail.
        </p>
      </div>
      <StrengthTable exercises={exercises} />
      <noscript>
        <p>JavaScript is turned off, so this table stays empty. npm run lesson:check reports the same.</p>
      </noscript>
    </>
  )
}
