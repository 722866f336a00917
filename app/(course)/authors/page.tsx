import 'katex/dist/katex.min.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { CHECK_USAGE } from '#lib/authoring/check-arguments.ts'
import { USAGE as GRADE_USAGE } from '#lib/authoring/grade-arguments.ts'
import { NEW_USAGE } from '#lib/authoring/new-arguments.ts'
import { readCourse } from '#lib/course/read-course.ts'
import { AskLearners } from './ask-learners.tsx'
import styles from './authors.module.css'
import { CardTemplate } from './card-template-section.tsx'
import { ComponentSamples } from './component-samples.tsx'
import { ExerciseGuide } from './exercise-guide.tsx'
import { frontmatterFields } from './field-docs.ts'
import { FieldTable } from './field-table.tsx'
import { FigureSamples } from './figure-samples.tsx'
import { FirstTenMinutes } from './first-ten-minutes.tsx'
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

/** When a lesson is seen, and what a change does to who has passed. */
function Publishing() {
  return (
    <div className="prose">
      <p>
        A lesson is published when <code translate="no">content/course.ts</code> lists it and its frontmatter doesn’t
        say <code translate="no">draft: true</code>. The next <code translate="no">npm start</code> builds it; a lesson
        with errors doesn’t build.
      </p>
      <p>
        You may change an exercise after learners have passed it. Each verdict records the version of the exercise: a
        fingerprint of everything that affects a verdict, so changes to hints, wording and comments don’t count. A pass
        stays a pass. When a learner opens the exercise again, the server grades their code again; if it wouldn’t pass
        now, a note above the code says that the exercise got stricter.
      </p>
      <p>
        The environment variable <code translate="no">AUTHORS</code> lists, separated by commas, the e-mail addresses of
        accounts that may read learners’ code. Create the account before you list it, because addresses aren’t verified.
        In development everyone is an author.
      </p>
    </div>
  )
}

const USAGES = [NEW_USAGE, CHECK_USAGE, GRADE_USAGE]

/** What one types, in the commands’ own words. */
function Commands() {
  return (
    <>
      <div className="prose">
        <p>
          All commands work in a fresh copy of the project: they first install what is missing. They print problems and
          verdicts to standard output, and progress to standard error.
        </p>
      </div>
      {USAGES.map((usage) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre translate="no" key={usage} className={styles.source} tabIndex={0}>
          {usage}
        </pre>
      ))}
    </>
  )
}

/** How the text of a lesson begins and what it may hold. */
function LessonText() {
  return (
    <>
      <div className="prose">
        <p>
          <code translate="no">lesson.mdx</code> is Markdown with components. Put a formula between dollar signs:{' '}
          <code translate="no">$\sqrt&#123;d_k&#125;$</code> within a line, or <code translate="no">$$</code> on lines
          by themselves around a displayed formula. Outside formulas and code, write <code translate="no">\&#123;</code>{' '}
          and <code translate="no">&amp;lt;</code> for a brace and a less-than sign: MDX reads them as code. Leave an
          empty line before and after each component’s tags.
        </p>
        <p>
          A lesson gives the answer first, as you would say it in the interview, and then explains why. Write one idea
          per paragraph, say each formula in words once, and name the source of each measured number. Headings of levels
          two and three structure the lesson, and cards and links can point to them.
        </p>
        <p>At the top of the file, between two lines of three hyphens, write these fields:</p>
      </div>
      <FieldTable label="Frontmatter of a lesson" fields={frontmatterFields()} />
      <div className="prose">
        <p>
          Cite a paper with <code translate="no">&lt;Source id="…"&gt;</code>;{' '}
          <code translate="no">content/sources.ts</code> lists the papers. The course’s title, its sections and the
          order of its lessons are in <code translate="no">content/course.ts</code>.
        </p>
      </div>
    </>
  )
}
