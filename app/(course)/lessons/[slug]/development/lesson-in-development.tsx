import 'katex/dist/katex.min.css'
import { notFound } from 'next/navigation'
import { readCourse } from '#lib/course/read-course.ts'
import { LessonText } from '../lesson-text.tsx'
import { containedText } from './contained-text.tsx'
import { Findings } from './findings.tsx'

/**
 * A lesson as its author sees it while writing: as learners will, with what is wrong beside it. Drafts are shown, and a
 * lesson that does not compile shows what does.
 */
export async function LessonInDevelopment({ slug }: { readonly slug: string }) {
  const course = await readCourse()
  const lesson = [...course.listed, ...course.drafts].find((shown) => shown.slug === slug)
  const broken = new Set(course.problems.flatMap(({ file }) => /^content\/lessons\/([^/]+)\//.exec(file)?.[1] ?? []))
  if (!lesson && !broken.has(slug)) notFound()
  const next = lesson && course.listed[course.listed.indexOf(lesson) + 1]
  return (
    <>
      <Findings lesson={slug} brokenOthers={[...broken].filter((text) => text !== slug)} />
      <main id="main">
        {lesson ? (
          <LessonText {...{ course, lesson, next, ...(await containedText(lesson, next)) }} />
        ) : (
          <div className="page plain-page">
            <h1 className="question">{slug}</h1>
            <p>We can’t show this lesson yet. Fix the errors listed here; the page updates when you save.</p>
          </div>
        )}
      </main>
    </>
  )
}
