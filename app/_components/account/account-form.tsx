'use client'

import { createAuthClient } from 'better-auth/react'
import { type FormEvent, useState } from 'react'
import { announceProgress } from '../ui/use-progress.ts'
import { inPlainWords } from './auth-error.ts'

const client = createAuthClient()

type Purpose = 'sign-up' | 'sign-in'
const WORDS: Readonly<Record<Purpose, { title: string; action: string; busy: string }>> = {
  'sign-up': { title: 'Make an account', action: 'Make the account', busy: 'Making the account' },
  'sign-in': { title: 'Sign in', action: 'Sign in', busy: 'Signing in' },
}

interface AccountFormProps {
  readonly purpose: Purpose
  readonly onDone: () => void
}

/** E-mail address and password, for a new account or for one that there is. */
export function AccountForm({ purpose, onDone }: AccountFormProps) {
  const [error, setError] = useState('')
  const [busy, setBusy] = useState(false)
  const words = WORDS[purpose]
  const errorId = `${purpose}-error`
  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setBusy(true)
    setError('')
    const failed = await enter(purpose, String(fields.get('email')), String(fields.get('password')))
    setBusy(false)
    if (failed) return setError(failed)
    announceProgress()
    onDone()
  }
  return (
    <section aria-labelledby={`${purpose}-title`}>
      <h2 id={`${purpose}-title`}>{words.title}</h2>
      <form className="form" onSubmit={send} method="post">
        <Field id={`${purpose}-email`} name="email" type="email" label="E-mail address" autoComplete="email" />
        <Field
          id={`${purpose}-password`}
          name="password"
          type="password"
          label="Password"
          autoComplete={purpose === 'sign-up' ? 'new-password' : 'current-password'}
          hint={purpose === 'sign-up' ? 'At least 8 characters.' : undefined}
        />
        <p id={errorId} className="form-error" role="alert">
          {error && (
            <>
              <span aria-hidden="true">✕ </span>
              {error}
            </>
          )}
        </p>
        <button
          className={purpose === 'sign-up' ? 'button primary' : 'button'}
          type="submit"
          aria-describedby={errorId}
        >
          {busy ? `${words.busy} …` : words.action}
        </button>
      </form>
    </section>
  )
}

interface FieldProps {
  readonly id: string
  readonly name: string
  readonly type: 'email' | 'password'
  readonly label: string
  readonly autoComplete: string
  readonly hint?: string | undefined
}

function Field({ id, label, hint, ...input }: FieldProps) {
  return (
    <p className="form-field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        required
        minLength={input.type === 'password' ? 8 : undefined}
        maxLength={128}
        aria-describedby={hint && `${id}-hint`}
        {...input}
      />
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </p>
  )
}

/** What went wrong, in words; nothing when it went well. */
async function enter(purpose: Purpose, email: string, password: string): Promise<string | undefined> {
  try {
    const { error } =
      purpose === 'sign-up'
        ? await client.signUp.email({ email, password, name: email })
        : await client.signIn.email({ email, password })
    return error ? inPlainWords(error) : undefined
  } catch {
    return inPlainWords({ status: 0 })
  }
}

/** Ends the session; what went wrong, in words. */
export async function signOut(): Promise<string | undefined> {
  try {
    const { error } = await client.signOut()
    return error ? inPlainWords(error) : undefined
  } catch {
    return inPlainWords({ status: 0 })
  }
}
