import styles from '#app/_components/mdx/lesson.module.css'
import { PassedMark } from '#app/_components/mdx/passed-mark.tsx'
import { capital, spellCount } from '#app/_components/ui/spell-number.ts'
import { exerciseId } from '#lib/course/anchors.ts'
import type { Lesson } from '#lib/course/course.ts'
import type { OutlineEntry } from '#lib/course/lesson-outline.ts'
import { RailHere } from './rail-here.tsx'

/** The three steps of a lesson and what is in each, for wide screens. */
export function LessonRail({ lesson }: { readonly lesson: Lesson }) {
  const { outline, exercises, cards } = lesson
  const headings = outline.flatMap((entry) =>
    entry.kind === 'heading' && (entry.depth === 2 || entry.id === 'words-to-know') ? [entry] : [],
  )
  const has = (kind: OutlineEntry['kind']): boolean => outline.some((entry) => entry.kind === kind)
  return (
    <nav className={`no-print ${styles.rail}`} id="rail" aria-label="In this lesson">
      <RailHere rail="rail" />
      <ol>
        <Entry step href="#main" text="Read" />
        <Entry href="#answer" text="Short answer" />
        {headings.map(({ id, text }) => (
          <Entry key={id} href={`#${id}`} text={text} />
        ))}
        <Entry step href="#build" text="Build" />
        {exercises.map(({ id, name }) => (
          <li key={id}>
            <a href={`#${exerciseId(id)}`}>
              {name}
              <PassedMark exercise={id} />
            </a>
          </li>
        ))}
        {has('code-mistake') && <Entry href="#mistakes" text="Mistakes in code" />}
        <Entry step href="#follow-ups" text="Answer" />
        {has('follow-up') && <Entry href="#follow-ups" text="Follow-up questions" />}
        {cards.length > 0 && <Entry href="#cards" text={capital(spellCount(cards.length, 'card'))} />}
        {has('source') && <Entry href="#sources" text="Sources" />}
      </ol>
    </nav>
  )
}

function Entry({
  href,
  text,
  step = false,
}: {
  readonly href: string
  readonly text: string
  readonly step?: boolean
}) {
  return (
    <li>
      <a href={href} className={step ? styles.step : undefined}>
        {text}
      </a>
    </li>
  )
}
