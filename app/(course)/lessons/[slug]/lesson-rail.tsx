import styles from '#app/_components/mdx/lesson.module.css'
import { PassedMark } from '#app/_components/mdx/passed-mark.tsx'
import { capital, spellCount } from '#app/_components/ui/spell-number.ts'
import { exerciseId, playId } from '#lib/course/anchors.ts'
import type { Lesson } from '#lib/course/course.ts'
import { RailHere } from './rail-here.tsx'

/** The four steps of a lesson and what stands in each, for wide screens. */
export function LessonRail({ lesson }: { readonly lesson: Lesson }) {
  const { outline, exercises, cards } = lesson
  const headings = outline.flatMap((entry) => (entry.kind === 'heading' && entry.depth === 2 ? [entry] : []))
  const plays = outline.flatMap((entry) => (entry.kind === 'play' ? [entry.title] : []))
  const [firstPlay] = plays
  return (
    <nav className={`no-print ${styles.rail}`} id="rail" aria-label="In this lesson">
      <RailHere rail="rail" />
      <ol>
        <Entry step href="#main" text="Read" />
        <Entry href="#answer" text="Short answer" />
        {headings.map(({ id, text }) => (
          <Entry key={id} href={`#${id}`} text={text} />
        ))}
        {firstPlay && <Entry step href={`#${playId(firstPlay)}`} text="Play" />}
        {plays.map((title) => (
          <Entry key={title} href={`#${playId(title)}`} text={title} />
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
        <Entry step href="#say" text="Say" />
        {outline.some(({ kind }) => kind === 'follow-up') && <Entry href="#say" text="Follow-up questions" />}
        {cards.length > 0 && <Entry href="#cards" text={capital(spellCount(cards.length, 'card'))} />}
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
