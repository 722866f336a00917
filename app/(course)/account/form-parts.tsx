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
