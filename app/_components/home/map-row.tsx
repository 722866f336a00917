import { Check } from 'lucide'
import type { CSSProperties } from 'react'
import { Icon } from '../ui/icon.tsx'
import { Question } from '../ui/question.tsx'
import type { LessonState, Standing } from './standing.ts'

interface MapRowProps {
  readonly standing: Standing
  readonly all: readonly Standing[]
  /** Whether one goes on here. */
  readonly next: boolean
  /** Whether nothing has been done yet. */
  readonly fresh: boolean
}

/** A lesson on the map: what it builds on, its own square, its question, how far one is. */
export function MapRow({ standing, all, next, fresh }: MapRowProps) {
  const { lesson, state } = standing
  const { number, frontmatter } = lesson
  return (
    <a className="map-row" href={`/lessons/${lesson.slug}`} aria-current={next ? 'step' : undefined}>
      <span className="cells" aria-hidden="true">
        {all.slice(0, number - 1).map((other) => (
          <span key={other.lesson.slug} {...cell(state, frontmatter.buildsOn.includes(other.lesson.slug))} />
        ))}
        <span className={`c me ${state}`}>{state === 'done' ? <Icon of={Check} /> : number}</span>
      </span>
      <span className="t">
        <span className="vh">
          Lesson {number}
          {state === 'to-come' ? '' : `, ${state}`}:{' '}
        </span>
        <Question text={frontmatter.question} />
      </span>
      <span className="s">{status(standing, next, fresh)}</span>
    </a>
  )
}

/** How strongly a row's lesson draws on another one: as far as it has been worked through. */
export const DRAWN: Readonly<Record<LessonState, number>> = { done: 0.58, begun: 0.32, 'to-come': 0 }

function cell(state: LessonState, buildsOn: boolean): { className: string; style?: CSSProperties } {
  if (!buildsOn) return { className: 'c x' }
  if (state === 'to-come') return { className: 'c o dep' }
  return { className: 'c', style: { '--v': DRAWN[state] } as CSSProperties }
}

function status({ state, lesson, passed }: Standing, next: boolean, fresh: boolean) {
  if (fresh) return next && <b>Begin here</b>
  if (state === 'done') return 'done'
  const share = state === 'begun' && `${passed} of ${lesson.exercises.length}`
  return (
    <>
      {next && <b>next</b>}
      {next && share && ' · '}
      {share}
    </>
  )
}
