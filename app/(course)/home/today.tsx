import { BookOpen, Play, RotateCcw } from 'lucide'
import { withUnit } from '#app/_components/figure/format.ts'
import { formatWhen } from '#app/_components/ui/format-interval.ts'
import { Icon } from '#app/_components/ui/icon.tsx'
import { Question } from '#app/_components/ui/question.tsx'
import { Runway } from '#app/_components/ui/runway.tsx'
import { capital, spellCount, spellNumber } from '#app/_components/ui/spell-number.ts'
import { exerciseHref } from '#lib/course/anchors.ts'
import type { DueToday } from '#lib/service/due-today.ts'
import { Button } from '../../_components/ui/button.tsx'
import styles from './home.module.css'
import { findNextLesson, type LessonStatus } from './lesson-status.ts'

const LINES = 3

interface TodayProps {
  readonly lessonStatuses: readonly LessonStatus[]
  readonly due: DueToday | undefined
}

/** What you continue with: what is due, lessons that are begun, then the next one. One of them is the button. */
export function Today({ lessonStatuses, due }: TodayProps) {
  const inProgress = lessonStatuses.filter(({ state }) => state === 'in-progress')
  const toCome = lessonStatuses.filter(({ state }) => state === 'not-started').slice(0, 1)
  const reviewing = due !== undefined && due.due > 0
  const lines = [...inProgress, ...toCome].slice(0, reviewing ? LINES - 1 : LINES)
  const first = findNextLesson(lessonStatuses)
  return (
    <div className={styles.top}>
      <section aria-labelledby="today">
        <h1 id="today" className="question">
          {due?.outlook ? formatDaysLeft(due.outlook.daysLeft) : createHeadline(lessonStatuses)}
        </h1>
        {(reviewing || lines.length > 0) && (
          <ol className={`ruled ${styles.today}`}>
            {reviewing && <DueLine due={due} />}
            {lines.map((line) => (
              <Line key={line.lesson.slug} lessonStatus={line} />
            ))}
          </ol>
        )}
        {due && due.again > 0 ? (
          <div className={`cluster ${styles.actions}`}>
            <Button variant="primary" href="/review">
              Review {formatCardCount(due.due)}
            </Button>
          </div>
        ) : (
          first && (
            <div className={`cluster ${styles.actions}`}>
              <Button variant="primary" href={getHref(first)}>
                {first.state === 'in-progress' && first.open
                  ? `Build ${first.open.name}`
                  : `Read lesson ${first.lesson.number}`}
              </Button>
              {due && due.due === 0 && <span className="quiet">{describeNothingDue(due)}</span>}
            </div>
          )
        )}
      </section>
      {due?.outlook && (
        <div>
          <Runway outlook={due.outlook} titles={due.titles} />
          <p>
            <a href="/review/plan">Change the date or the minutes</a>
          </p>
        </div>
      )}
    </div>
  )
}

function DueLine({ due }: { readonly due: DueToday }) {
  const some = due.lessons.slice(0, 3)
  // those on more lessons, and the drill of this page’s exercise if its lesson isn’t published
  const others = due.due - some.reduce((sum, lesson) => sum + lesson.due, 0)
  const lessonCounts = some.map((lesson) => `${lesson.due} on ${lesson.title}`)
  return (
    <li>
      <Icon icon={RotateCcw} />
      <p className={styles.what}>
        <a href="/review">{describeDue(due)}</a>
        {lessonCounts.length > 0 && (
          <small>{[...lessonCounts, ...(others > 0 ? [`${others} on others`] : [])].join(', ')}</small>
        )}
      </p>
      <span className="small num">{withUnit(String(due.minutes), 'min')}</span>
    </li>
  )
}

/** New cards are not due: nothing of them can be forgotten yet. */
const describeDue = ({ due, again }: DueToday): string =>
  again === 0
    ? `Learn ${due === 1 ? 'a new card' : `${due} new cards`}`
    : `${formatCardCount(due)} ${due === 1 ? 'is' : 'are'} due`

const formatCardCount = (count: number): string => (count === 1 ? '1 card' : `${count} cards`)
function formatDaysLeft(days: number): string {
  if (days < 1) return 'Your interview is today.'
  return days === 1 ? 'One day to your interview.' : `${days} days to your interview.`
}

function describeNothingDue({ next, now, zone }: DueToday): string {
  return next === undefined ? 'Nothing is due.' : `Nothing is due. The next card comes ${formatWhen(next, now, zone)}.`
}

function Line({ lessonStatus }: { readonly lessonStatus: LessonStatus }) {
  const { lesson, state, open, attempts } = lessonStatus
  const isInProgress = state === 'in-progress' && open
  return (
    <li>
      {isInProgress ? <Icon icon={Play} /> : <Icon icon={BookOpen} />}
      <p className={styles.what}>
        <a href={getHref(lessonStatus)}>
          {isInProgress ? `Finish ${lesson.frontmatter.title}` : <Question text={lesson.frontmatter.question} />}
        </a>
        <small>
          {isInProgress
            ? `${open.name} ${attempts > 0 ? `does not pass yet: ${spellCount(attempts, 'attempt')} so far` : 'is next'}`
            : `Lesson ${lesson.number}, ${spellCount(lesson.exercises.length, 'exercise')}`}
        </small>
      </p>
      {!isInProgress && <span className="small num">{withUnit(String(lesson.frontmatter.minutes), 'min')}</span>}
    </li>
  )
}

const getHref = ({ lesson, state, open }: LessonStatus): string =>
  state === 'in-progress' && open ? exerciseHref(lesson.slug, open.id) : `/lessons/${lesson.slug}`

function createHeadline(lessonStatuses: readonly LessonStatus[]): string {
  const all = lessonStatuses.reduce((sum, { lesson }) => sum + lesson.exercises.length, 0)
  const passed = lessonStatuses.reduce((sum, lessonStatus) => sum + lessonStatus.passed, 0)
  if (passed === all) return `All ${spellNumber(all)} exercises pass.`
  if (passed === 0) return 'No exercises passed yet.'
  return `${capital(spellNumber(passed))} of ${spellCount(all, 'exercise')} ${passed === 1 ? 'passes' : 'pass'}.`
}
