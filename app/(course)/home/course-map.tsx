import { Check } from 'lucide'
import type { CSSProperties } from 'react'
import legendStyles from '#app/_components/figure/legend.module.css'
import { Icon } from '#app/_components/ui/icon.tsx'
import { Question } from '#app/_components/ui/question.tsx'
import { capital, roman, spellCount } from '#app/_components/ui/spell-number.ts'
import type { Course } from '#lib/course/course.ts'
import styles from './course-map.module.css'
import { findNextLesson, type LessonState, type LessonStatus } from './lesson-status.ts'

interface CourseMapProps {
  readonly course: Course
  readonly standings: readonly LessonStatus[]
}

/** The course as attention sees it: a row is a lesson, the squares to its left are the lessons that it builds on. */
export function CourseMap({ course, standings }: CourseMapProps) {
  const fresh = standings.every(({ state }) => state === 'to-come')
  const next = findNextLesson(standings)
  return (
    <section className={styles.map} aria-labelledby="map-title">
      <div className={styles.head}>
        <Title standings={standings} parts={course.sections.length} fresh={fresh} />
        <MapLegend fresh={fresh} />
      </div>
      <MiniMap standings={standings} />
      {course.sections.map((part, i) => (
        <section key={part.title} className={styles.part}>
          <h3 className={styles.title}>
            Section {roman(i + 1)}
            <small>{part.title}</small>
          </h3>
          <div>
            {standings
              .filter(({ lesson }) => lesson.section === part.title)
              .map((status) => (
                <MapRow
                  key={status.lesson.slug}
                  standing={status}
                  all={standings}
                  next={status === next}
                  fresh={fresh}
                />
              ))}
          </div>
        </section>
      ))}
    </section>
  )
}

function Title({ standings, parts, fresh }: { standings: readonly LessonStatus[]; parts: number; fresh: boolean }) {
  const done = standings.filter(({ state }) => state === 'done').length
  return (
    <div>
      <h2 id="map-title">
        {fresh
          ? `${capital(spellCount(standings.length, 'question'))}, ${spellCount(parts, 'section')}`
          : 'The course, as attention sees it'}
      </h2>
      <p className={`quiet ${styles.words}`}>
        {!fresh && `${done} of ${standings.length} done. `}A row is a lesson. The squares to its left are the lessons
        that it builds on.{fresh && ' It fills as you go.'}
      </p>
    </div>
  )
}

function MapLegend({ fresh }: { readonly fresh: boolean }) {
  return (
    <div className={`cluster ${legendStyles.legend} ${styles.keys}`}>
      {!fresh && (
        <>
          <span>
            <i className="done" /> done
          </span>
          <span>
            <i className="begun" /> begun
          </span>
        </>
      )}
      <span>
        <i className="me" /> to come
      </span>
      <span>
        <i className={fresh ? 'dep' : undefined} style={{ '--v': 0.45 } as CSSProperties} /> builds on that lesson
      </span>
    </div>
  )
}

/** The triangle of the map in small, where the screen has no room for the squares of each row. */
function MiniMap({ standings }: { readonly standings: readonly LessonStatus[] }) {
  if (standings.length < 4) return null
  return (
    <div className={styles.mini} style={{ '--n': standings.length } as CSSProperties} aria-hidden="true">
      {standings.flatMap((row, i) =>
        standings.map((column, j) => (
          <i key={`${row.lesson.slug} ${column.lesson.slug}`} {...square(row, i, column, j)} />
        )),
      )}
    </div>
  )
}

function square(
  row: LessonStatus,
  i: number,
  column: LessonStatus,
  j: number,
): { className: string; style?: CSSProperties } {
  if (j > i) return { className: 'z' }
  if (j === i) return { className: row.state === 'to-come' ? 'dep' : row.state }
  if (!row.lesson.frontmatter.prerequisites.includes(column.lesson.slug)) return { className: 'x' }
  if (row.state === 'to-come') return { className: 'dep' }
  return { className: '', style: { '--v': computeShade(row, column) } as CSSProperties }
}

interface MapRowProps {
  readonly standing: LessonStatus
  readonly all: readonly LessonStatus[]
  /** Whether you continue here. */
  readonly next: boolean
  /** Whether nothing has been done yet. */
  readonly fresh: boolean
}

/** A lesson on the map: what it builds on, its own square, its question, how far one is. */
function MapRow({ standing, all, next, fresh }: MapRowProps) {
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
const computeShade = (row: LessonStatus, column: LessonStatus): number =>
  Number((STATE_SHADES[row.state] * column.strength).toFixed(3))

function cell(row: LessonStatus, column: LessonStatus): { className: string; style?: CSSProperties } {
  if (!row.lesson.frontmatter.prerequisites.includes(column.lesson.slug)) return { className: 'c x' }
  if (row.state === 'to-come') return { className: 'c dep' }
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
