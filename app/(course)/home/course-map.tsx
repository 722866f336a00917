import type { CSSProperties } from 'react'
import legendStyles from '#app/_components/figure/legend.module.css'
import { capital, counted, roman } from '#app/_components/ui/spell-number.ts'
import type { Course } from '#lib/course/course.ts'
import styles from './course-map.module.css'
import { findNextLesson, type LessonStatus } from './lesson-status.ts'
import { computeShade, MapRow } from './map-row.tsx'

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
        <Title standings={standings} parts={course.parts.length} fresh={fresh} />
        <MapLegend fresh={fresh} />
      </div>
      <MiniMap standings={standings} />
      {course.parts.map((part, i) => (
        <section key={part.title} className={styles.part}>
          <h3 className={styles.title}>
            Section {roman(i + 1)}
            <span>{part.title}</span>
          </h3>
          <div>
            {standings
              .filter(({ lesson }) => lesson.part === part.title)
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
          ? `${capital(counted(standings.length, 'question'))}, ${counted(parts, 'section')}`
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
    <div className={`${legendStyles.legend} ${styles.keys}`}>
      {!fresh && (
        <>
          <span>
            <i className={styles.keyDone} /> done
          </span>
          <span>
            <i className={styles.keyBegun} /> begun
          </span>
        </>
      )}
      <span>
        <i className={styles.keyToCome} /> to come
      </span>
      <span>
        <i className={fresh ? styles.keyDep : styles.keyUsed} style={{ '--v': 0.45 } as CSSProperties} /> builds on that
        lesson
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
  if (j === i) return { className: row.state === 'to-come' ? 'o dep' : row.state }
  if (!row.lesson.frontmatter.buildsOn.includes(column.lesson.slug)) return { className: 'o' }
  if (row.state === 'to-come') return { className: 'o dep' }
  return { className: '', style: { '--v': computeShade(row, column) } as CSSProperties }
}
