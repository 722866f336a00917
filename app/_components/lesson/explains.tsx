import { Children, isValidElement, type ReactNode } from 'react'
import { Note } from './note.tsx'

interface ExplainsProps {
  /** The misconceptions that it clears up, apart by spaces. */
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** Paragraphs that a verdict points to when it has recognised a misconception; tinted while they are pointed to. */
export function Explains({ id, title, children }: ExplainsProps) {
  const [first, ...others] = id.split(/\s+/).filter((it) => it !== '')
  const all = Children.toArray(children)
  const isNote = (it: ReactNode) => isValidElement(it) && it.type === Note
  return (
    <section className="explains" id={`explains-${first}`}>
      {others.map((other) => (
        <span key={other} id={`explains-${other}`} />
      ))}
      <h3>{title}</h3>
      <div className="prose">{all.filter((it) => !isNote(it))}</div>
      {all.filter(isNote)}
    </section>
  )
}
