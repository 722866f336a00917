import { ArrowRight } from 'lucide'
import { CardsDue } from '#app/_components/mdx/card-due.tsx'
import { PassedCount } from '#app/_components/mdx/passed-mark.tsx'
import { Icon } from '#app/_components/ui/icon.tsx'
import type { Course, Lesson } from '#lib/course/course.ts'
import 'katex/dist/katex.min.css'
import { isValidElement, type ReactNode } from 'react'
import styles from '#app/_components/mdx/lesson.module.css'
import type { LessonComponents } from '#app/_components/mdx/lesson-components.tsx'
import { splitLesson } from '#app/_components/mdx/lesson-flow.tsx'
import { LessonSources } from '#app/_components/mdx/lesson-sources.tsx'
import { Button } from '#app/_components/ui/button.tsx'
import { Label } from '#app/_components/ui/label.tsx'
import { Question } from '#app/_components/ui/question.tsx'
import { roman } from '#app/_components/ui/spell-number.ts'
import { LearnerCode } from '#app/_components/workbench/learner-code.tsx'
import { LessonRail } from './lesson-rail.tsx'
import nextLessonStyles from './next-lesson.module.css'

interface LessonTextProps {
  readonly course: Course
  readonly lesson: Lesson
  readonly next: Lesson | undefined
  /** What the lesson's document gave with these components. */
  readonly text: ReactNode
  readonly components: LessonComponents
}

/** A lesson as it is read: its head, its answer, what is before the bench, the bench, and what is after it. */
export function LessonText({ course, lesson, next, text, components }: LessonTextProps) {
  const flow = splitLesson(text, components)
  const answer = flow.before.findIndex((node) => isValidElement(node) && node.type === components.ShortAnswer)
  const part = course.sections.findIndex(({ title }) => title === lesson.section) + 1
  return (
    <>
      <div className={styles.lesson} data-lesson="">
        <LessonRail lesson={lesson} />
        <header className={styles.head}>
          <p className={`cluster quiet small ${styles.crumb}`}>
            {part > 0 && (
              <>
                <a href="/">
                  Section {roman(part)}, {lesson.section}
                </a>
                <span aria-hidden="true">/</span>
              </>
            )}
            <span>
              {lesson.number > 0 ? `Lesson ${lesson.number} of ${course.publishedLessons.length}` : 'A draft'}
            </span>
          </p>
          <h1 className="question">
            <Question text={lesson.frontmatter.question} />
          </h1>
        </header>
        {flow.before.slice(0, answer + 1)}
        <LessonFacts
          lesson={lesson}
          prerequisites={course.publishedLessons.filter(({ slug }) => lesson.frontmatter.prerequisites.includes(slug))}
        />
        <LearnerCode>{flow.before.slice(answer + 1)}</LearnerCode>
      </div>
      {flow.workbench}
      <div className={styles.lesson} data-lesson="">
        {flow.after}
        <LessonSources outline={lesson.outline} />
        <NextLesson next={next} />
      </div>
    </>
  )
}

interface LessonFactsProps {
  readonly lesson: Lesson
  /** Lessons that it builds on and that can be read. */
  readonly prerequisites: readonly Lesson[]
}

/** What a lesson requires and teaches, in the margin next to its short answer. */
function LessonFacts({ lesson, prerequisites }: LessonFactsProps) {
  const { frontmatter, exercises, cards } = lesson
  return (
    <div className={`${styles.note} ${styles.facts}`}>
      <p>
        <b>{`${frontmatter.minutes} minutes`}</b>
      </p>
      <p>
        {amount(exercises.length, 'exercise')}
        <PassedCount exercises={exercises.map(({ id }) => id)} />
      </p>
      {cards.length > 0 && (
        <p>
          {amount(cards.length, 'card')}
          <CardsDue cards={cards.map(({ id }) => id)} />
        </p>
      )}
      {prerequisites.length > 0 && (
        <p>
          Builds on{' '}
          {prerequisites.map((required, i) => (
            <span key={required.slug}>
              {i > 0 && (i === prerequisites.length - 1 ? ' and ' : ', ')}
              <a href={`/lessons/${required.slug}`}>{required.frontmatter.title}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

const amount = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** The way on: to the lesson that follows, or back to the map after the last one. */
function NextLesson({ next }: { readonly next: Lesson | undefined }) {
  return (
    <nav className={nextLessonStyles.next} aria-label="Next">
      <div>
        <Label>{next ? 'Next' : 'That was the last lesson so far'}</Label>
        <h2>{next ? <Question text={next.frontmatter.question} /> : 'See your progress'}</h2>
      </div>
      <Button href={next ? `/lessons/${next.slug}` : '/'}>
        {next ? `Read lesson ${next.number}` : 'Show the course'} <Icon icon={ArrowRight} />
      </Button>
    </nav>
  )
}
