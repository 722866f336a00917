import 'katex/dist/katex.min.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { readCourse } from '#lib/course/read-course.ts'
import { AskLearners } from './ask-learners.tsx'
import styles from './authors.module.css'
import { CardTemplate } from './card-template-section.tsx'
import { Commands } from './commands.tsx'
import { ComponentSamples } from './component-samples.tsx'
import { ExerciseGuide } from './exercise-guide.tsx'
import { FigureSamples } from './figure-samples.tsx'
import { FirstTenMinutes } from './first-ten-minutes.tsx'
import { LessonText } from './lesson-text-guide.tsx'
import { Publishing } from './publishing.tsx'
import { Strengths } from './strengths.tsx'

export const metadata: Metadata = {
  title: 'For authors',
  description: 'From an idea to a published lesson with a graded exercise: the folder, the commands, every component.',
}

/** How a lesson is written, with this page alone. What it says of components and fields is read from their sources. */
export default async function AuthorsPage() {
  const course = await readCourse()
  const parts: readonly (readonly [id: string, title: string, content: ReactNode])[] = [
    ['ten-minutes', 'From nothing to a lesson', <FirstTenMinutes key="1" />],
    ['commands', 'The commands', <Commands key="2" />],
    ['text', 'The text', <LessonText key="3" />],
    ['components', 'Components', <ComponentSamples key="4" course={course} />],
    ['figures', 'Figures', <FigureSamples key="5" />],
    ['exercises', 'Exercises', <ExerciseGuide key="6" course={course} />],
    ['cards-of-a-lesson', 'Cards', <CardTemplate key="7" />],
    ['misconceptions', 'Finding misconceptions', <AskLearners key="8" />],
    ['strength', 'Strength of the exercises', <Strengths key="9" course={course} />],
    ['publishing', 'Publishing and changing', <Publishing key="10" />],
  ]
  return (
    <main id="main" className={`page plain-page ${styles.authors}`}>
      <h1 className="question">How a lesson is written</h1>
      <div className="prose">
        <p>
          A lesson is a folder: its text, its exercises, its figures and its cards. You need an editor, a terminal and
          this page. What is said here of components and fields is read from their sources when the pages are built.
        </p>
      </div>
      <nav aria-label="On this page" className={styles.contents}>
        <ol>
          {parts.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {parts.map(([id, title, content]) => (
        <section key={id} aria-labelledby={id} className={styles.part}>
          <h2 id={id}>{title}</h2>
          {content}
        </section>
      ))}
    </main>
  )
}
