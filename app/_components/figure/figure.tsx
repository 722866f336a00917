import { type ReactNode, useId } from 'react'

export interface FigureProps {
  /** Its name, at the head of the caption: “Leak detector.” */
  readonly title: string
  /** Says how to read it. */
  readonly caption: ReactNode
  readonly controls?: ReactNode
  readonly legend?: ReactNode
  readonly id?: string
  readonly children: ReactNode
}

/** A figure: rule, caption, controls, what is drawn, legend. Stands at its final size before any script runs. */
export function Figure({ title, caption, controls, legend, id, children }: FigureProps) {
  const captionId = useId()
  return (
    <figure className="figure" id={id} aria-labelledby={captionId}>
      <figcaption id={captionId}>
        <b>{title}</b> {caption}
      </figcaption>
      {controls && <div className="figure-controls">{controls}</div>}
      <div className="figure-body">{children}</div>
      {legend}
    </figure>
  )
}
