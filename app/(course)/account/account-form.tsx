'use client'

import { Button } from '../../_components/ui/button.tsx'
import { Form } from '../../_components/ui/field.tsx'
import { announceProgress } from '../../_components/ui/use-progress.ts'
import { signIn, signUp } from './account-api.ts'
import { Field, FormError, PASSWORD_HINT, useSubmit } from './form-parts.tsx'

type Purpose = 'sign-up' | 'sign-in'
const LABELS: Readonly<Record<Purpose, { title: string; action: string; busy: string }>> = {
  'sign-up': { title: 'Create an account', action: 'Create account', busy: 'Creating account' },
  'sign-in': { title: 'Sign in', action: 'Sign in', busy: 'Signing in' },
}

interface AccountFormProps {
  readonly purpose: Purpose
  readonly onDone: () => void
}

/** A form with e-mail address and password, for a new or an existing account. */
export function AccountForm({ purpose, onDone }: AccountFormProps) {
  const isNew = purpose === 'sign-up'
  const { error, isBusy, onSubmit } = useSubmit(
    (fields) => {
      const credentials = { email: String(fields.get('email')), password: String(fields.get('password')) }
      return isNew ? signUp(credentials) : signIn(credentials)
    },
    () => {
      announceProgress()
      onDone()
    },
  )
  const labels = LABELS[purpose]
  const errorId = `${purpose}-error`
  return (
    <section aria-labelledby={`${purpose}-title`}>
      <h2 id={`${purpose}-title`}>{labels.title}</h2>
      <Form onSubmit={onSubmit} method="post">
        <Field id={`${purpose}-email`} name="email" type="email" label="E-mail address" autoComplete="email" />
        <Field
          id={`${purpose}-password`}
          name="password"
          type="password"
          label="Password"
          autoComplete={isNew ? 'new-password' : 'current-password'}
          hint={isNew ? PASSWORD_HINT : undefined}
          errorId={error ? errorId : undefined}
        />
        <FormError id={errorId} error={error} />
        <Button variant={isNew ? 'primary' : undefined} type="submit">
          {isBusy ? `${labels.busy} …` : labels.action}
        </Button>
      </Form>
    </section>
  )
}
