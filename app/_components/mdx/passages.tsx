import type { ReactNode } from 'react'
import { sources } from '#content/sources.ts'
import { figureId } from '#lib/course/anchors.ts'
import { Label } from '../ui/label.tsx'
import styles from './lesson.module.css'

/** A note in the margin, next to the paragraph above it; below that paragraph on a phone. */
export function Note({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.note} role="note">
      {children}
    </div>
  )
}

interface ShortAnswerProps {
  /** How long it takes to say. */
  readonly seconds: number
  readonly children: ReactNode
}

/** The short answer: what you would say in the interview before giving reasons. */
export function ShortAnswer({ seconds, children }: ShortAnswerProps) {
  return (
    <section className={styles.answer} id="answer" aria-labelledby="answer-label">
      <Label tone="accent" className={`cluster ${styles.label}`} id="answer-label">
        Short answer <span>{`${seconds} seconds`}</span>
      </Label>
      <div className="prose">{children}</div>
    </section>
  )
}

/** The terms that a candidate must use, each with its meaning in one or two sentences. Its children are Terms. */
export function Terms({ children }: { readonly children: ReactNode }) {
  return <dl className={`ruled ${styles.terms}`}>{children}</dl>
}

interface TermProps {
  readonly name: string
  /** What it means. */
  readonly children: ReactNode
}

/** A term and its meaning. */
export function Term({ name, children }: TermProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

interface CommonMistakeProps {
  /** The sentence as people say it, with the wrong words in <u>. */
  readonly quote: ReactNode
  /** What is wrong about it, and what to say instead. */
  readonly children: ReactNode
  readonly id?: string
}

/** An answer that is often given and almost right, and its correction. */
export function CommonMistake({ quote, children, id }: CommonMistakeProps) {
  return (
    <section className={`${styles.asides} ${styles.commonMistake}`} id={id}>
      <Label tone="caution" className={`cluster ${styles.label}`}>
        <span className={styles.approx} aria-hidden="true">
          ≈
        </span>
        Almost right
      </Label>
      <blockquote>{quote}</blockquote>
      <div className="prose">{children}</div>
    </section>
  )
}

interface TryItProps {
  /** What to try, as a question or an instruction: “Change the future. Does the past change?” */
  readonly title: string
  /** One figure, with a sentence before it if it needs one. */
  readonly children: ReactNode
}

/** A figure to play with, as wide as prose and margin together. It is where the idea that it shows is explained. */
export function TryIt({ title, children }: TryItProps) {
  return (
    <section className={styles.wide} id={figureId(title)}>
      <h3 className={styles.subHead}>{title}</h3>
      {children}
    </section>
  )
}

/** Formulas that share a line if they fit. */
export function FormulaPair({ children }: { readonly children: ReactNode }) {
  return <div className={`cluster ${styles.formulaPair}`}>{children}</div>
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
  if (!source) throw new Error(`There is no source “${id}”: content/sources.ts lists all sources.`)
  return (
    <span>
      <a href={`https://arxiv.org/abs/${source.arxiv}`}>
        {source.authors} {source.year}
      </a>
      {part && `, ${part}`}
    </span>
  )
}
