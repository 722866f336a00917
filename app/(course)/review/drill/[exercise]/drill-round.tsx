'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { addReview, flushReviews } from '#app/_components/sending/review-queue.ts'
import { createLazyView } from '#app/_components/ui/lazy-view.tsx'
import type { TimedResult } from '#app/_components/workbench/attempt-store.ts'
import { randomId } from '#lib/client/random-id.ts'
import { getServerNow } from '#lib/client/server-clock.ts'
import type { WorkbenchExercise } from '#lib/course/workbench-exercise.ts'
import { rateDrill } from '#lib/review/drill-rating.ts'

const LazyTimedBench = createLazyView(
  async () => (await import('#app/_components/workbench/timed-workbench.tsx')).TimedWorkbench,
)

interface DrillRoundProps {
  readonly exercise: WorkbenchExercise
  readonly code: ReactNode
  readonly brief: ReactNode
  readonly limitMs: number
}

/** A drill's round. Its rating comes from whether it passed, how many runs it took, and how long. */
export function DrillRound({ exercise, code, brief, limitMs }: DrillRoundProps) {
  const [round, setRound] = useState<string>()
  useEffect(() => setRound(new URLSearchParams(location.search).get('round') ?? '0'), [])
  const end = async ({ passed, runs, ms }: TimedResult) => {
    await addReview({
      kind: 'review',
      id: randomId(),
      item: `drill:${exercise.id}`,
      rating: rateDrill({ passed, runs, ms, limit: limitMs }),
      ms: Math.min(Math.round(ms), DAY),
      at: getServerNow(),
    })
    await flushReviews()
    location.assign('/review')
  }
  if (round === undefined) return null
  return (
    <LazyTimedBench
      {...{ exercise, code, brief, limitMs }}
      whileLoading={<p className="page">Loading the editor</p>}
      attempt={`drill:${exercise.id}:${round}`}
      onEnd={(result) => void end(result)}
    />
  )
}

const DAY = 86_400_000
