import { type FormEvent, useState } from 'react'

interface UseSubmitResult {
  /** Why the last submission failed; empty if it didn't. */
  readonly error: string
  readonly isBusy: boolean
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => Promise<void>
}

/**
 * The state of a form that is sent by a script.
 *
 * @param send  resolves to what went wrong, or to undefined
 * @param onDone  called when nothing went wrong, after the form was emptied
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
    setError('') // the same error twice is read out twice
    const failure = await send(new FormData(form))
    setIsBusy(false)
    if (failure) return setError(failure)
    form.reset()
    onDone()
  }
  return { error, isBusy, onSubmit }
}
