import 'katex/dist/katex.min.css'
import { isValidElement, type ReactNode } from 'react'
import type { Course, Lesson } from '#lib/course/course.ts'
import { roman } from '../ui/number-words.ts'
import { Question } from '../ui/question.tsx'
import type { LessonComponents } from './lesson-components.tsx'
import { LessonFacts } from './lesson-facts.tsx'
import { lessonFlow } from './lesson-flow.tsx'
import { LessonRail } from './lesson-rail.tsx'
import { NextLesson } from './next-lesson.tsx'

interface LessonTextProps {
  readonly course: Course
  readonly lesson: Lesson
  readonly next: Lesson | undefined
  /** What the lesson's document gave with these components. */
  readonly text: ReactNode
  readonly components: LessonComponents
}

/** A lesson as it is read: its head, its answer, what stands before the bench, the bench, and what stands after it. */
export function LessonText({ course, lesson, next, text, components }: LessonTextProps) {
  const flow = lessonFlow(text, components)
  const answer = flow.before.findIndex((it) => isValidElement(it) && it.type === components.Answer)
  const part = course.parts.findIndex((it) => it.title === lesson.part) + 1
  return (
    <>
      <div className="lesson">
        <LessonRail lesson={lesson} />
        <header className="lesson-head">
          <p className="crumb">
            {part > 0 && (
              <>
                <a href="/">
                  Part {roman(part)}, {lesson.part}
                </a>
                <span aria-hidden="true">/</span>
              </>
            )}
            <span>{lesson.number > 0 ? `Lesson ${lesson.number} of ${course.listed.length}` : 'A draft'}</span>
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
    </>
  )
}
