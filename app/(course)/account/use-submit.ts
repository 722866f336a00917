import { type FormEvent, useState } from 'react'

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
