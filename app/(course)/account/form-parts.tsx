import { type FormEvent, useState } from 'react'
import { FieldError, Field as LabeledInput } from '../../_components/ui/field.tsx'

interface FieldProps {
  readonly id: string
  readonly name: string
  readonly type: 'email' | 'password'
  readonly label: string
  readonly autoComplete: string
  readonly hint?: string | undefined
  /** Id of the error message that is about this field, if there is one. */
  readonly errorId?: string | undefined
}

/** A labeled input of an account form. The server validates its value. */
export function Field({ id, label, hint, errorId, ...input }: FieldProps) {
  const describedBy = [hint && `${id}-hint`, errorId].filter(Boolean).join(' ')
  return (
    <LabeledInput htmlFor={id} label={label} hint={hint}>
      <input
        id={id}
        required
        maxLength={input.type === 'email' ? 254 : 128}
        aria-describedby={describedBy || undefined}
        aria-invalid={errorId !== undefined || undefined}
        {...input}
      />
    </LabeledInput>
  )
}

/** A form’s error message. Screen readers announce it as soon as it appears. */
export function FormError({ id, error }: { readonly id: string; readonly error: string }) {
  return (
    <FieldError id={id}>
      {error && (
        <>
          <span aria-hidden="true">✕ </span>
          {error}
        </>
      )}
    </FieldError>
  )
}

/** Says what the server requires of a new password. */
export const PASSWORD_HINT = 'At least 8 characters, and hard to guess: four unrelated words, for example.'

interface UseSubmitResult {
  /** Why the last submission failed; empty if it didn't. */
  readonly error: string
  readonly isBusy: boolean
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => Promise<void>
}

/**
 * Submits a form by script and tracks its state.
 *
 * @param send resolves to a sentence about what went wrong, or to undefined if it succeeded
 * @param onDone called after a successful submission, when the form has been reset
 */
export function useSubmit(
  send: (fields: FormData) => Promise<string | undefined>,
  onDone: () => void,
): UseSubmitResult {
  const [error, setError] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isBusy) return
    const form = event.currentTarget
    setIsBusy(true)
    setError('') // so that screen readers announce the same error again
    const failure = await send(new FormData(form))
    setIsBusy(false)
    if (failure) return setError(failure)
    form.reset()
    onDone()
  }
  return { error, isBusy, onSubmit }
}
