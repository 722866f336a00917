import type { CSSProperties } from 'react'
import { capital, counted, roman } from '#app/_components/ui/number-words.ts'
import type { Course } from '#lib/course/course.ts'
import { drawn, MapRow } from './map-row.tsx'
import { nextOf, type Standing } from './standing.ts'

interface CourseMapProps {
  readonly course: Course
  readonly standings: readonly Standing[]
}

/** The course as attention sees it: a row is a lesson, the squares to its left are the lessons that it builds on. */
export function CourseMap({ course, standings }: CourseMapProps) {
  const fresh = standings.every((it) => it.state === 'to-come')
  const next = nextOf(standings)
  return (
    <section className="map" aria-labelledby="map-title">
      <div className="map-head">
        <Title standings={standings} parts={course.parts.length} fresh={fresh} />
        <MapLegend fresh={fresh} />
      </div>
      <MiniMap standings={standings} />
      {course.parts.map((part, i) => (
        <section key={part.title} className="map-part">
          <h3 className="part">
            Part {roman(i + 1)}
            <span>{part.title}</span>
          </h3>
          <div>
            {standings
              .filter((it) => it.lesson.part === part.title)
              .map((it) => (
                <MapRow key={it.lesson.slug} standing={it} all={standings} next={it === next} fresh={fresh} />
              ))}
          </div>
        </section>
      ))}
    </section>
  )
}

function Title({ standings, parts, fresh }: { standings: readonly Standing[]; parts: number; fresh: boolean }) {
  const done = standings.filter((it) => it.state === 'done').length
  return (
    <div>
      <h2 id="map-title">
        {fresh
          ? `${capital(counted(standings.length, 'question'))}, ${counted(parts, 'part')}`
          : 'The course, as attention sees it'}
      </h2>
      <p className="quiet map-words">
        {!fresh && `${done} of ${standings.length} done. `}A row is a lesson. The squares to its left are the lessons
        that it builds on.{fresh && ' It fills as you go.'}
      </p>
    </div>
  )
}

function MapLegend({ fresh }: { readonly fresh: boolean }) {
  return (
    <div className="legend">
      {!fresh && (
        <>
          <span>
            <i className="key-done" /> done
          </span>
          <span>
            <i className="key-begun" /> begun
          </span>
        </>
      )}
      <span>
        <i className="key-to-come" /> to come
      </span>
      <span>
        <i className={fresh ? 'key-dep' : 'key-used'} style={{ '--v': 0.45 } as CSSProperties} /> builds on that lesson
      </span>
    </div>
  )
}

/** The triangle of the map in small, where the screen has no room for the squares of each row. */
function MiniMap({ standings }: { readonly standings: readonly Standing[] }) {
  if (standings.length < 4) return null
  return (
    <div className="map-mini" style={{ '--n': standings.length } as CSSProperties} aria-hidden="true">
      {standings.flatMap((row, i) =>
        standings.map((column, j) => (
          <i key={`${row.lesson.slug} ${column.lesson.slug}`} {...square(row, i, column, j)} />
        )),
      )}
    </div>
  )
}

function square(row: Standing, i: number, column: Standing, j: number): { className: string; style?: CSSProperties } {
  if (j > i) return { className: 'z' }
  if (j === i) return { className: row.state === 'to-come' ? 'o dep' : row.state }
  if (!row.lesson.frontmatter.buildsOn.includes(column.lesson.slug)) return { className: 'o' }
  if (row.state === 'to-come') return { className: 'o dep' }
  return { className: '', style: { '--v': drawn(row, column) } as CSSProperties }
}
