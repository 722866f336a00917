'use client'

import { Button } from '../../_components/ui/button.tsx'
import { Form } from '../../_components/ui/field.tsx'
import { changePassword, WRONG_CURRENT_PASSWORD } from './account-api.ts'
import { Field, FormError, PASSWORD_HINT, useSubmit } from './form-parts.tsx'

interface ChangePasswordFormProps {
  readonly email: string
  readonly onDone: () => void
}

/** Changes the password of the account that is signed in. */
export function ChangePasswordForm({ email, onDone }: ChangePasswordFormProps) {
  const { error, isBusy, onSubmit } = useSubmit(
    (fields) =>
      changePassword({
        currentPassword: String(fields.get('current-password')),
        newPassword: String(fields.get('new-password')),
      }),
    onDone,
  )
  const isCurrentWrong = error === WRONG_CURRENT_PASSWORD
  const errorId = error ? 'change-password-error' : undefined
  return (
    <section aria-labelledby="change-password-title">
      <h2 id="change-password-title">Change password</h2>
      <Form onSubmit={onSubmit} method="post">
        {/* tells password managers which account the new password belongs to */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field
          id="current-password"
          name="current-password"
          type="password"
          label="Current password"
          autoComplete="current-password"
          errorId={isCurrentWrong ? errorId : undefined}
        />
        <Field
          id="new-password"
          name="new-password"
          type="password"
          label="New password"
          autoComplete="new-password"
          hint={PASSWORD_HINT}
          errorId={isCurrentWrong ? undefined : errorId}
        />
        <p className="quiet">Changing your password signs you out everywhere else.</p>
        <FormError id="change-password-error" error={error} />
        <Button type="submit">{isBusy ? 'Changing password …' : 'Change password'}</Button>
      </Form>
    </section>
  )
}
