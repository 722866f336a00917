import 'katex/dist/katex.min.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isValidElement, type ReactNode } from 'react'
import { readCourse } from '#lib/course/read-course.ts'
import { type LessonComponents, lessonComponents } from '../../../_components/lesson/lesson-components.tsx'
import { LessonFacts } from '../../../_components/lesson/lesson-facts.tsx'
import { lessonFlow } from '../../../_components/lesson/lesson-flow.tsx'
import { LessonRail } from '../../../_components/lesson/lesson-rail.tsx'
import { NextLesson } from '../../../_components/lesson/next-lesson.tsx'
import { roman } from '../../../_components/ui/number-words.ts'
import { plainQuestion, Question } from '../../../_components/ui/question.tsx'

interface Props {
  readonly params: Promise<{ readonly slug: string }>
}

export async function generateStaticParams() {
  return (await readCourse()).listed.map(({ slug }) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lesson } = await find(params)
  return { title: plainQuestion(lesson.frontmatter.question), description: lesson.frontmatter.summary }
}

/** A lesson: read, play, build, say. Static, and the same for everyone; what is one's own is filled in on the page. */
export default async function LessonPage({ params }: Props) {
  const { course, lesson, next } = await find(params)
  const components = lessonComponents(lesson, next)
  const { default: text } = await load(lesson.slug)
  const flow = lessonFlow(text({ components }), components)
  const answer = flow.before.findIndex((it) => isValidElement(it) && it.type === components.Answer)
  const part = course.parts.findIndex((it) => it.title === lesson.part) + 1
  return (
    <main id="main">
      <div className="lesson">
        <LessonRail lesson={lesson} />
        <header className="lesson-head">
          <p className="crumb">
            <a href="/">
              Part {roman(part)}, {lesson.part}
            </a>
            <span aria-hidden="true">/</span>
            <span>
              Lesson {lesson.number} of {course.listed.length}
            </span>
          </p>
          <h1 className="question">
            <Question text={lesson.frontmatter.question} />
          </h1>
        </header>
        {flow.before.slice(0, answer + 1)}
        <LessonFacts
          lesson={lesson}
          buildsOn={course.listed.filter((it) => lesson.frontmatter.buildsOn.includes(it.slug))}
        />
        {flow.before.slice(answer + 1)}
      </div>
      {flow.bench}
      <div className="lesson">
        {flow.after}
        <NextLesson next={next} />
      </div>
    </main>
  )
}

async function find(params: Props['params']) {
  const [{ slug }, course] = await Promise.all([params, readCourse()])
  const index = course.listed.findIndex((it) => it.slug === slug)
  const lesson = course.listed[index]
  if (!lesson) notFound()
  return { course, lesson, next: course.listed[index + 1] }
}

/** The bundler needs a relative template. A document of MDX is a function of its components. */
const load = (slug: string): Promise<{ default: (props: { components: LessonComponents }) => ReactNode }> =>
  import(`../../../../content/lessons/${slug}/lesson.mdx`)
