import type { Lesson } from '#lib/course/course.ts'
import { PassedCount } from './passed-mark.tsx'

interface LessonFactsProps {
  readonly lesson: Lesson
  /** Lessons that it builds on and that can be read. */
  readonly buildsOn: readonly Lesson[]
}

/** What a lesson takes and gives, in the margin beside its answer. */
export function LessonFacts({ lesson, buildsOn }: LessonFactsProps) {
  const { frontmatter, exercises, cards } = lesson
  return (
    <div className="note facts">
      <p>
        <b>{`${frontmatter.minutes} minutes`}</b>
      </p>
      <p>
        {amount(exercises.length, 'exercise')}
        <PassedCount exercises={exercises.map((it) => it.id)} />
      </p>
      {cards.length > 0 && <p>{amount(cards.length, 'card')}</p>}
      {buildsOn.length > 0 && (
        <p>
          Builds on{' '}
          {buildsOn.map((it, i) => (
            <span key={it.slug}>
              {i > 0 && (i === buildsOn.length - 1 ? ' and ' : ', ')}
              <a href={`/lessons/${it.slug}`}>{it.frontmatter.title}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

const amount = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
