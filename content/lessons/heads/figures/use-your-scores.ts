import { use, useEffect, useState } from 'react'
import { LearnerFunctionsContext } from '#app/_components/figure/learner-functions.ts'
import { toRows } from '#lib/language-model/to-language-model.ts'
import { OFFSETS } from './head-scores.ts'
import type { HeadsOfText } from './heads-protocol.ts'

const EXERCISE = 'offset-score'
/** Waits until the learner has stopped typing. */
const PAUSE_MS = 500

/** Whose function scored the heads, and what the learner's gave: [layer·heads + head][offset]. */
export interface YourScores {
  readonly by: 'reference' | 'you' | 'waiting' | 'failed'
  readonly offsets?: readonly (readonly number[])[]
}

/** Scores every head with the learner's own `offsetScore`, once it has passed, in the sandbox. */
export function useYourScores(text: HeadsOfText | undefined): YourScores {
  const functions = use(LearnerFunctionsContext)
  const hasPassed = functions?.hasPassed(EXERCISE) ?? false
  const [scored, setScored] = useState<{ readonly text: HeadsOfText; readonly offsets?: number[][] }>()
  useEffect(() => {
    if (!hasPassed || !functions || !text || text.chars.length === 0) return
    let isCurrent = true
    const timer = setTimeout(async () => {
      const values = await functions.run(EXERCISE, createScripts(text))
      const offsets = values?.map((head) => head.filter((value) => typeof value === 'number'))
      const isWhole = offsets?.every((head) => head.length === OFFSETS.length)
      if (isCurrent) setScored({ text, ...(isWhole && offsets && { offsets }) })
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [hasPassed, functions, text])
  if (!hasPassed || !text) return { by: 'reference' }
  if (scored?.text !== text) return { by: 'waiting' }
  return scored.offsets ? { by: 'you', offsets: scored.offsets } : { by: 'failed' }
}

/** One script a head, which asks for its score at each offset. */
function createScripts({ chars, attention }: HeadsOfText) {
  const n = chars.length
  return attention.flatMap((layer) =>
    Array.from({ length: layer.length / (n * n) }, (_, head) => {
      const weights = toRows(layer.subarray(head * n * n, (head + 1) * n * n), n)
      return OFFSETS.map((offset) => ({ call: 'offsetScore', args: [weights, offset] }))
    }),
  )
}
