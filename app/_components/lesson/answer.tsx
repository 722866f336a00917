import type { ReactNode } from 'react'

interface AnswerProps {
  /** How long it takes to say. */
  readonly seconds: number
  readonly children: ReactNode
}

/** What one would say in the room, before any reason is given. */
export function Answer({ seconds, children }: AnswerProps) {
  return (
    <section className="answer" id="answer" aria-labelledby="answer-label">
      <p className="label" id="answer-label">
        The answer for the room <span>{`${seconds} seconds`}</span>
      </p>
      <div className="prose">{children}</div>
    </section>
  )
}
