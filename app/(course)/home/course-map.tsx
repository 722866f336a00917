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
  readonly lessonStatuses: readonly LessonStatus[]
}

/** The course as attention sees it: a row is a lesson, the squares to its left are the lessons that it builds on. */
export function CourseMap({ course, lessonStatuses }: CourseMapProps) {
  const isNewLearner = lessonStatuses.every(({ state }) => state === 'not-started')
  const next = findNextLesson(lessonStatuses)
  return (
    <section className={styles.map} aria-labelledby="map-title">
      <div className={styles.head}>
        <Title lessonStatuses={lessonStatuses} parts={course.sections.length} isNewLearner={isNewLearner} />
        <MapLegend isNewLearner={isNewLearner} />
      </div>
      <MiniMap lessonStatuses={lessonStatuses} />
      {course.sections.map((part, i) => (
        <section key={part.title} className={styles.part}>
          <h3 className={styles.title}>
            Section {roman(i + 1)}
            <small>{part.title}</small>
          </h3>
          <div>
            {lessonStatuses
              .filter(({ lesson }) => lesson.section === part.title)
              .map((lessonStatus) => (
                <MapRow
                  key={lessonStatus.lesson.slug}
                  lessonStatus={lessonStatus}
                  all={lessonStatuses}
                  next={lessonStatus === next}
                  isNewLearner={isNewLearner}
                />
              ))}
          </div>
        </section>
      ))}
    </section>
  )
}

function Title({
  lessonStatuses,
  parts,
  isNewLearner,
}: {
  lessonStatuses: readonly LessonStatus[]
  parts: number
  isNewLearner: boolean
}) {
  const done = lessonStatuses.filter(({ state }) => state === 'completed').length
  return (
    <div>
      <h2 id="map-title">
        {isNewLearner
          ? `${capital(spellCount(lessonStatuses.length, 'question'))}, ${spellCount(parts, 'section')}`
          : 'The course, as attention sees it'}
      </h2>
      <p className={`quiet ${styles.words}`}>
        {!isNewLearner && `${done} of ${lessonStatuses.length} done. `}A row is a lesson. The squares to its left are
        the lessons that it builds on.{isNewLearner && ' It fills as you go.'}
      </p>
    </div>
  )
}

function MapLegend({ isNewLearner }: { readonly isNewLearner: boolean }) {
  return (
    <div className={`cluster ${legendStyles.legend} ${styles.keys}`}>
      {!isNewLearner && (
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
        <i className={isNewLearner ? 'dep' : undefined} style={{ '--v': 0.45 } as CSSProperties} /> builds on that
        lesson
      </span>
    </div>
  )
}

/** The triangle of the map in small, where the screen has no room for the squares of each row. */
function MiniMap({ lessonStatuses }: { readonly lessonStatuses: readonly LessonStatus[] }) {
  if (lessonStatuses.length < 4) return null
  return (
    <div className={styles.mini} style={{ '--n': lessonStatuses.length } as CSSProperties} aria-hidden="true">
      {lessonStatuses.flatMap((row, i) =>
        lessonStatuses.map((column, j) => (
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
  if (j === i) return { className: STATE_CLASSES[row.state] || 'dep' }
  if (!row.lesson.frontmatter.prerequisites.includes(column.lesson.slug)) return { className: 'x' }
  if (row.state === 'not-started') return { className: 'dep' }
  return { className: '', style: { '--v': computeShade(row, column) } as CSSProperties }
}

interface MapRowProps {
  readonly lessonStatus: LessonStatus
  readonly all: readonly LessonStatus[]
  /** Whether you continue here. */
  readonly next: boolean
  /** Whether nothing has been done yet. */
  readonly isNewLearner: boolean
}

/** A lesson on the map: what it builds on, its own square, its question, the learner’s progress. */
function MapRow({ lessonStatus, all, next, isNewLearner }: MapRowProps) {
  const { lesson, state } = lessonStatus
  const { number, frontmatter } = lesson
  return (
    <a className={styles.row} href={`/lessons/${lesson.slug}`} aria-current={next ? 'step' : undefined}>
      <span className={styles.cells} aria-hidden="true">
        {all.slice(0, number - 1).map((other) => (
          <span key={other.lesson.slug} {...getCellProps(lessonStatus, other)} />
        ))}
        <span className={`c me ${STATE_CLASSES[state]}`}>{state === 'completed' ? <Icon icon={Check} /> : number}</span>
      </span>
      <span className={styles.question}>
        <span className="vh">
          Lesson {number}
          {state === 'not-started' ? '' : `, ${STATE_LABELS[state]}`}:{' '}
        </span>
        <Question text={frontmatter.question} />
      </span>
      <span className={styles.status}>{renderStatus(lessonStatus, next, isNewLearner)}</span>
    </a>
  )
}

const STATE_CLASSES: Readonly<Record<LessonState, string>> = {
  completed: 'done',
  'in-progress': 'begun',
  'not-started': '',
}
/** As screen readers hear them. */
const STATE_LABELS: Readonly<Record<LessonState, string>> = {
  completed: 'done',
  'in-progress': 'in progress',
  'not-started': '',
}
const STATE_SHADES: Readonly<Record<LessonState, number>> = { completed: 0.58, 'in-progress': 0.32, 'not-started': 0 }

/** How strongly a row's lesson draws on another one: as far as it has been worked through; it fades as recall falls. */
const computeShade = (row: LessonStatus, column: LessonStatus): number =>
  Number((STATE_SHADES[row.state] * column.strength).toFixed(3))

function getCellProps(row: LessonStatus, column: LessonStatus): { className: string; style?: CSSProperties } {
  if (!row.lesson.frontmatter.prerequisites.includes(column.lesson.slug)) return { className: 'c x' }
  if (row.state === 'not-started') return { className: 'c dep' }
  return { className: 'c', style: { '--v': computeShade(row, column) } as CSSProperties }
}

function renderStatus({ state, lesson, passed, due }: LessonStatus, next: boolean, isNewLearner: boolean) {
  if (isNewLearner) return next && <b>Begin here</b>
  if (state === 'completed') return due > 0 ? <b>{due} due</b> : 'done'
  const share = state === 'in-progress' && `${passed} of ${lesson.exercises.length}`
  return (
    <>
      {next && <b>next</b>}
      {next && share && ' · '}
      {share}
    </>
  )
}
