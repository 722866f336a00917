'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { sendAction } from '#app/_components/sending/interview-api.ts'
import { Button } from '#app/_components/ui/button.tsx'
import { randomId } from '#lib/client/random-id.ts'

interface CorrectTickProps {
  readonly interview: string
  readonly step: string
  readonly point: number
  /** Whether the key point counts as covered now. */
  readonly isCovered: boolean
  /** The text of the key point, for screen readers. */
  readonly label: string
}

/** Lets the learner overrule the matcher on a key point. */
export function CorrectTick({ interview, step, point, isCovered, label }: CorrectTickProps) {
  const router = useRouter()
  const [hasFailed, setHasFailed] = useState(false)
  const [isPending, startTransition] = useTransition()
  const correct = () =>
    startTransition(async () => {
      const result = await sendAction(interview, { kind: 'corrected', id: randomId(), step, point, said: !isCovered })
      setHasFailed(result.kind !== 'ok')
      if (result.kind === 'ok') router.refresh()
    })
  return (
    <Button variant="link" onClick={correct} aria-disabled={isPending}>
      {hasFailed ? 'No answer. Try again' : isCovered ? 'Not really' : 'I did say it'}
      <span className="vh">: {label}</span>
    </Button>
  )
}
