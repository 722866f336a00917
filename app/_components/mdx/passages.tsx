import { Children, isValidElement, type ReactNode } from 'react'
import { sources } from '#content/sources.ts'
import { playId } from '#lib/course/anchors.ts'
import { Label } from '../ui/label.tsx'
import styles from './lesson.module.css'

interface ExplainsProps {
  /** The misconceptions that it explains, separated by spaces. */
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** Paragraphs that a verdict points to when it has recognized a misconception; highlighted while it does. */
export function Explains({ id, title, children }: ExplainsProps) {
  const [first, ...others] = id.split(/\s+/).filter((token) => token !== '')
  const all = Children.toArray(children)
  const isNote = (node: ReactNode) => isValidElement(node) && node.type === Note
  return (
    <section className={styles.explains} id={`explains-${first}`}>
      {others.map((other) => (
        <span key={other} id={`explains-${other}`} />
      ))}
      <h3>{title}</h3>
      <div className="prose">{all.filter((child) => !isNote(child))}</div>
      {all.filter(isNote)}
    </section>
  )
}

/** A note in the margin, next to the paragraph above it; below that paragraph on a phone. */
export function Note({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.note} role="note">
      {children}
    </div>
  )
}

interface AnswerProps {
  /** How long it takes to say. */
  readonly seconds: number
  readonly children: ReactNode
}

/** The short answer: what you would say in the interview before giving reasons. */
export function Answer({ seconds, children }: AnswerProps) {
  return (
    <section className={styles.answer} id="answer" aria-labelledby="answer-label">
      <Label tone="accent" className={styles.label} id="answer-label">
        Short answer <span>{`${seconds} seconds`}</span>
      </Label>
      <div className="prose">{children}</div>
    </section>
  )
}

interface OftenSaidProps {
  /** The sentence as people say it, with the wrong words in <u>. */
  readonly quote: ReactNode
  /** What is wrong about it, and what to say instead. */
  readonly children: ReactNode
  readonly id?: string
}

/** A common answer that is slightly wrong, and its correction. */
export function OftenSaid({ quote, children, id }: OftenSaidProps) {
  return (
    <section className={styles.oftenSaid} id={id}>
      <Label tone="caution" className={styles.label}>
        <span className={styles.approx} aria-hidden="true">
          ≈
        </span>
        Often said, slightly wrong
      </Label>
      <blockquote>{quote}</blockquote>
      <div className="prose">{children}</div>
    </section>
  )
}

interface PlayProps {
  /** What to try, as a question or an instruction: “Change the future. Does the past change?” */
  readonly title: string
  /** One figure, with a sentence before it if it needs one. */
  readonly children: ReactNode
}

/** A figure to play with, as wide as prose and margin together. */
export function Play({ title, children }: PlayProps) {
  return (
    <section className={styles.wide} id={playId(title)}>
      <h2 className={styles.stepHead}>{title}</h2>
      {children}
    </section>
  )
}

/** Formulas that share a line if they fit. */
export function FormulaPair({ children }: { readonly children: ReactNode }) {
  return <div className={styles.formulaPair}>{children}</div>
}

interface SourceProps {
  /** Its id in content/sources.ts. */
  readonly id: string
  /** Where in it: “§3.2.1”. */
  readonly part?: string
}

/**
 * A short citation that leads to the paper.
 *
 * @throws Error when content/sources.ts has no such source
 */
export function Source({ id, part }: SourceProps) {
  const source = sources[id]
  if (!source) throw new Error(`There is no source “${id}”: content/sources.ts lists those that there are.`)
  return (
    <span>
      <a href={`https://arxiv.org/abs/${source.arxiv}`}>
        {source.authors} {source.year}
      </a>
      {part && `, ${part}`}
    </span>
  )
}
