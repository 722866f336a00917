import { readCourse } from '#lib/course/read-course.ts'
import { readPageProgress } from '#lib/service/course-progress.ts'
import { readPageDueToday } from '#lib/service/due-today.ts'
import { CourseMap } from './home/course-map.tsx'
import { FirstRun } from './home/first-run.tsx'
import styles from './home/home.module.css'
import { computeLessonStatuses } from './home/lesson-status.ts'
import { Today } from './home/today.tsx'

/** Home: one minute of the course for who is new, what is next for who is not, and the map for all. */
export default async function HomePage() {
  const [course, progress, due] = await Promise.all([readCourse(), readPageProgress(), readPageDueToday()])
  const all = computeLessonStatuses(course.publishedLessons, progress === 'away' ? {} : progress, due?.reviewed)
  const isNewLearner = due === undefined && all.every(({ state }) => state === 'not-started')
  return (
    <main id="main">
      {progress === 'away' && (
        <p className={`page quiet ${styles.notice}`} role="status">
          We can’t load your progress right now. Nothing is lost, and you can read the lessons.
        </p>
      )}
      {isNewLearner ? (
        <FirstRun course={course} />
      ) : (
        <div className="page">
          <Today lessonStatuses={all} due={due} />
        </div>
      )}
      <div className="page">
        <CourseMap course={course} lessonStatuses={all} />
      </div>
    </main>
  )
}
