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
  readonly said: boolean
  /** The point, for who does not see it. */
  readonly about: string
}

/** The learner's own word on a point counts over the matcher's. */
export function CorrectTick({ interview, step, point, said, about }: CorrectTickProps) {
  const router = useRouter()
  const [failed, setFailed] = useState(false)
  const [pending, go] = useTransition()
  const correct = () =>
    go(async () => {
      const sent = await sendAction(interview, { kind: 'corrected', id: randomId(), step, point, said: !said })
      setFailed(sent.kind !== 'ok')
      if (sent.kind === 'ok') router.refresh()
    })
  return (
    <Button variant="link" onClick={correct} aria-disabled={pending}>
      {failed ? 'No answer. Try again' : said ? 'Not really' : 'I did say it'}
      <span className="vh">: {about}</span>
    </Button>
  )
}
