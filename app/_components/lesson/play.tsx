import type { ReactNode } from 'react'
import { playId } from '#lib/course/anchors.ts'

interface PlayProps {
  /** What to try, as a question or an order: “Change the future. Does the past change?” */
  readonly title: string
  /** One figure, with a sentence before it where it needs one. */
  readonly children: ReactNode
}

/** A figure to play with, as wide as prose and margin together. */
export function Play({ title, children }: PlayProps) {
  return (
    <section className="play wide" id={playId(title)}>
      <h2 className="step-head">{title}</h2>
      {children}
    </section>
  )
}
