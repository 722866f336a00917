import type { ComponentProps, ReactNode } from 'react'
import styles from './field.module.css'
import { Label } from './label.tsx'

interface FieldProps {
  /** The id of its input. */
  readonly htmlFor: string
  readonly label: ReactNode
  /** What may be written, and why. Its id is the input’s with “-hint” after it. */
  readonly hint?: ReactNode
  readonly className?: string | undefined
  /** The input. */
  readonly children: ReactNode
}

/** An input with its label above and a hint below. */
export function Field({ htmlFor, label, hint, className, children }: FieldProps) {
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      <Label as="label" htmlFor={htmlFor}>
        {label}
      </Label>
      {children}
      {hint && (
        <span className={styles.hint} id={`${htmlFor}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

/** Fields one below the other, and the button that submits them. */
export function Form({ className, ...props }: ComponentProps<'form'>) {
  return <form {...props} className={[styles.form, className].filter(Boolean).join(' ')} />
}

/** Why the input was rejected. Screen readers read it as soon as it appears. */
export function FieldError(props: Omit<ComponentProps<'p'>, 'className' | 'role'>) {
  return <p {...props} className={styles.error} role="alert" />
}
