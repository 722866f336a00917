import { Check } from 'lucide'
import type { CSSProperties } from 'react'
import { Icon } from '#app/_components/ui/icon.tsx'
import { Question } from '#app/_components/ui/question.tsx'
import styles from './course-map.module.css'
import type { LessonState, LessonStatus } from './lesson-status.ts'

interface MapRowProps {
  readonly standing: LessonStatus
  readonly all: readonly LessonStatus[]
  /** Whether one goes on here. */
  readonly next: boolean
  /** Whether nothing has been done yet. */
  readonly fresh: boolean
}

/** A lesson on the map: what it builds on, its own square, its question, how far one is. */
export function MapRow({ standing, all, next, fresh }: MapRowProps) {
  const { lesson, state } = standing
  const { number, frontmatter } = lesson
  return (
    <a className={styles.row} href={`/lessons/${lesson.slug}`} aria-current={next ? 'step' : undefined}>
      <span className={styles.cells} aria-hidden="true">
        {all.slice(0, number - 1).map((other) => (
          <span key={other.lesson.slug} {...cell(standing, other)} />
        ))}
        <span className={`c me ${state}`}>{state === 'done' ? <Icon of={Check} /> : number}</span>
      </span>
      <span className={styles.question}>
        <span className="vh">
          Lesson {number}
          {state === 'to-come' ? '' : `, ${state}`}:{' '}
        </span>
        <Question text={frontmatter.question} />
      </span>
      <span className={styles.status}>{status(standing, next, fresh)}</span>
    </a>
  )
}

const STATE_SHADES: Readonly<Record<LessonState, number>> = { done: 0.58, begun: 0.32, 'to-come': 0 }

/** How strongly a row's lesson draws on another one: as far as it has been worked through; it fades as recall falls. */
export const computeShade = (row: LessonStatus, column: LessonStatus): number =>
  Number((STATE_SHADES[row.state] * column.strength).toFixed(3))

function cell(row: LessonStatus, column: LessonStatus): { className: string; style?: CSSProperties } {
  if (!row.lesson.frontmatter.buildsOn.includes(column.lesson.slug)) return { className: 'c x' }
  if (row.state === 'to-come') return { className: 'c o dep' }
  return { className: 'c', style: { '--v': computeShade(row, column) } as CSSProperties }
}

function status({ state, lesson, passed, due }: LessonStatus, next: boolean, fresh: boolean) {
  if (fresh) return next && <b>Begin here</b>
  if (state === 'done') return due > 0 ? <b>{due} due</b> : 'done'
  const share = state === 'begun' && `${passed} of ${lesson.exercises.length}`
  return (
    <>
      {next && <b>next</b>}
      {next && share && ' · '}
      {share}
    </>
  )
}
