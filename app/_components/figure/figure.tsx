import { type ReactNode, useId } from 'react'
import styles from './figure.module.css'

export interface FigureProps {
  /** Its name, at the start of the caption: “Leak detector.” */
  readonly title: string
  /** Says how to read it. */
  readonly caption: ReactNode
  readonly controls?: ReactNode
  readonly legend?: ReactNode
  readonly id?: string
  readonly children: ReactNode
}

/** A figure: rule, caption, controls, what is drawn, legend. It has its final size before any script runs. */
export function Figure({ title, caption, controls, legend, id, children }: FigureProps) {
  const captionId = useId()
  return (
    <figure className={styles.figure} id={id} aria-labelledby={captionId}>
      <figcaption id={captionId}>
        <b>{title}</b> {caption}
      </figcaption>
      {controls && <div className={`no-print cluster ${styles.controls}`}>{controls}</div>}
      <div className={styles.body}>{children}</div>
      {legend && <div className={styles.legend}>{legend}</div>}
    </figure>
  )
}

/** Two or more parts of a figure next to each other, or stacked on a phone. */
export function SideBySide({ children }: { readonly children: ReactNode }) {
  return <div className={styles.sideBySide}>{children}</div>
}

/** A part of a figure that may be wider than the page: it scrolls on its own. */
export function FigureScroll({ children }: { readonly children: ReactNode }) {
  return <div className={styles.scroll}>{children}</div>
}
