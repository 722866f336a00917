import type { ReactNode } from 'react'

interface OftenSaidProps {
  /** The sentence as one hears it; its wrong words in <u>. */
  readonly quote: ReactNode
  /** What is wrong about it, and what to say in its place. */
  readonly children: ReactNode
  readonly id?: string
}

/** A common answer that is slightly wrong, and its correction. */
export function OftenSaid({ quote, children, id }: OftenSaidProps) {
  return (
    <section className="often-said" id={id}>
      <p className="label">
        <span className="approx" aria-hidden="true">
          ≈
        </span>
        Often said, slightly wrong
      </p>
      <blockquote>{quote}</blockquote>
      <div className="prose">{children}</div>
    </section>
  )
}
