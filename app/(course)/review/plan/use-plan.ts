import { useCallback, useEffect, useRef, useState } from 'react'
import { planQueues } from '#app/_components/sending/plan-queue.ts'
import type { ApiFailure } from '#lib/client/api.ts'
import { randomId } from '#lib/client/random-id.ts'
import type { Plan } from '#lib/review/plan.ts'

/** Where the learner’s plan is, as far as the browser and the server have confirmed it. */
export type PlanState =
  | { readonly kind: 'open' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  /** On this device; the server doesn’t have it, for this reason. */
  | { readonly kind: 'on-device'; readonly failure: ApiFailure }
  /** Only in the open page; the server doesn’t have it, for this reason. */
  | { readonly kind: 'not-saved'; readonly reason: string }

interface UsePlanResult {
  readonly state: PlanState
  /** Stores a plan on this device, then sends it. */
  readonly save: (plan: Plan) => Promise<void>
  /** The form was changed since it was saved. */
  readonly reopen: () => void
}

/**
 * Saves the learner’s plan, and what an earlier visit couldn’t send.
 *
 * @param onSaved  called when the server has the plan
 */
export function usePlan(onSaved: () => Promise<void>): UsePlanResult {
  const [state, setState] = useState<PlanState>({ kind: 'open' })
  const current = useRef<{ readonly id: string; isStored: boolean }>(undefined)
  const handler = useRef(onSaved)
  useEffect(() => {
    handler.current = onSaved
  }, [onSaved])

  useEffect(() => {
    let isHere = true
    let stop = () => {}
    void planQueues.open().then(async (queue) => {
      if (!isHere) return
      stop = queue.listen(({ id, result }) => {
        if (current.current?.id !== id) return
        if (result.kind === 'done') {
          current.current = undefined
          void handler.current().then(() => isHere && setState({ kind: 'saved' }))
        } else if (result.kind === 'refused') {
          current.current = undefined
          setState({ kind: 'not-saved', reason: result.reason })
        } else if (result.kind !== 'later') {
          setState(
            current.current.isStored
              ? { kind: 'on-device', failure: result }
              : { kind: 'not-saved', reason: `${result.reason} Keep this tab open: it’s sent when that changes.` },
          )
        }
      })
      const waiting = (await queue.list()).at(-1)
      if (!isHere || !waiting || current.current) return
      current.current = { id: waiting.id, isStored: true }
      setState({ kind: 'saving' })
      await queue.flushNow()
    })
    return () => {
      isHere = false
      stop()
    }
  }, [])

  const save = useCallback(async (plan: Plan) => {
    const entry = { id: randomId(), isStored: true }
    current.current = entry
    setState({ kind: 'saving' })
    const storage = await (await planQueues.open()).add(entry.id, plan)
    entry.isStored = storage !== 'memory'
  }, [])
  const reopen = useCallback(() => {
    current.current = undefined
    setState({ kind: 'open' })
  }, [])
  return { state, save, reopen }
}

/** Describes where the plan is; empty if there is nothing to say. */
export function describePlanState(state: PlanState): string {
  switch (state.kind) {
    case 'open':
    case 'not-saved':
      return ''
    case 'saving':
      return 'Saving …'
    case 'saved':
      return 'Saved.'
    case 'on-device':
      return state.failure.kind === 'unreachable'
        ? 'Saved on this device. We’ll send it to the server when you’re online again.'
        : `Saved on this device. Not on the server: ${state.failure.reason}`
  }
}
