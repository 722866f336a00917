import type { ComponentProps } from 'react'
import styles from './label.module.css'

interface LabelProps extends ComponentProps<'label'> {
  /** The element: a paragraph unless it names a field or heads a list. */
  readonly as?: 'p' | 'span' | 'label' | 'b' | 'h3' | 'h4'
  readonly tone?: 'accent' | 'caution' | 'wrong' | undefined
}

/** A short label for what is below or next to it. */
export function Label({ as = 'p', tone, className, ...props }: LabelProps) {
  const Element = as as 'label' // the others take the same attributes, but for `htmlFor`
  return (
    <Element {...props} className={[styles.label, tone && TONE_CLASS[tone], className].filter(Boolean).join(' ')} />
  )
}

const TONE_CLASS = { accent: styles.accent, caution: styles.caution, wrong: styles.wrong }
