import { useCallback, useEffect, useRef, useState } from 'react'
import { reloadForNextLearner } from '#lib/client/browser-learner.ts'
import { EMPTY_STATUS, type QueueStatus } from '#lib/client/durable-queue.ts'
import { randomId } from '#lib/client/random-id.ts'
import { getServerNow } from '#lib/client/server-clock.ts'
import type { CardText, ReviewAnswer } from '#lib/contract/review.ts'
import { toDayNumber } from '#lib/review/day.ts'
import type { LogEntry } from '#lib/review/log.ts'
import { readWaitingPlan } from '../../_components/sending/plan-queue.ts'
import { fetchReview, fetchTexts } from '../../_components/sending/review-api.ts'
import { addReview, flushReviews, listWaitingReviews, reviewQueues } from '../../_components/sending/review-queue.ts'
import { markLessonsAdded, pendingLessons } from '../../_components/ui/opened-lessons.ts'
import { afterEntry, beginSession, type Session, showAnswer } from './session.ts'

/** What a page about reviewing knows. */
export type ReviewState =
  | { readonly kind: 'loading' }
  /** No line, or a server in trouble, before anything was known. */
  | { readonly kind: 'away' }
  | { readonly kind: 'ready'; readonly answer: ReviewAnswer; readonly session: Session }

export interface UsedSession {
  readonly state: ReviewState
  readonly texts: Readonly<Record<string, CardText>>
  /** Ratings that wait on this device. */
  readonly waiting: QueueStatus
  /** Does something: it is kept on this device, sent, and the next question comes. */
  readonly act: (entry: NewEntry) => void
  readonly show: () => void
  /** Asks the server anew, after all that waits was sent. */
  readonly reload: () => Promise<void>
}

/** An entry without what every one has. */
export type NewEntry = LogEntry extends infer E ? (E extends LogEntry ? Omit<E, 'id' | 'at'> : never) : never

/** A review session on this page: taken up from the server and from what waits on this device, and kept by both. */
export function useSession(): UsedSession {
  const [state, setState] = useState<ReviewState>({ kind: 'loading' })
  const [texts, setTexts] = useState<Record<string, CardText>>({})
  const [waiting, setWaiting] = useState<QueueStatus>(EMPTY_STATUS)
  const known = useRef(texts)

  const addTexts = useCallback((more: Record<string, CardText>) => {
    known.current = { ...known.current, ...more }
    setTexts(known.current)
  }, [])

  const reload = useCallback(async () => {
    try {
      await flushReviews()
      const answer = await withWaitingPlan(await withOpened(await fetchReview()))
      const left = await listWaitingReviews()
      const session = beginSession(answer.desk, left, getServerNow())
      addTexts(answer.texts)
      setState({ kind: 'ready', answer, session })
      const missing = toCome(session).filter((id) => !known.current[id])
      if (missing.length > 0) addTexts(await fetchTexts(missing))
    } catch (error) {
      console.error('We couldn’t load what is due.', error)
      setState((now) => (now.kind === 'ready' ? now : { kind: 'away' }))
    }
  }, [addTexts])

  useEffect(() => {
    let isHere = true
    let stop = () => {}
    reloadForNextLearner()
    void reviewQueues.open().then((queue) => {
      if (isHere) stop = queue.watch(setWaiting)
    })
    void reload()
    return () => {
      isHere = false
      stop()
    }
  }, [reload])
  useNewDay(state, reload)

  const act = useCallback((entry: NewEntry) => {
    const at = getServerNow()
    const createdEntry = { ...entry, id: randomId(), at } as LogEntry
    void addReview(createdEntry)
    setState((now) => (now.kind === 'ready' ? { ...now, session: afterEntry(now.session, createdEntry, at) } : now))
  }, [])
  const show = useCallback(() => {
    setState((now) => (now.kind === 'ready' ? { ...now, session: showAnswer(now.session) } : now))
  }, [])
  return { state, texts, waiting, act, show, reload }
}

/** What there is to review, after the cards of lessons that were opened on this device have come in. */
async function withOpened(answer: ReviewAnswer): Promise<ReviewAnswer> {
  const opened = pendingLessons()
  const closed = answer.lessons.filter(({ open, slug }) => !open && opened.includes(slug))
  for (const { slug } of closed)
    await addReview({ kind: 'add', item: `lesson:${slug}`, id: randomId(), at: getServerNow() })
  markLessonsAdded(opened)
  if (closed.length === 0) return answer
  await flushReviews()
  return fetchReview()
}

/** The same with the plan that the learner has saved on this device, if the server doesn’t have it yet. */
async function withWaitingPlan(answer: ReviewAnswer): Promise<ReviewAnswer> {
  const plan = await readWaitingPlan()
  return plan ? { ...answer, desk: { ...answer.desk, plan } } : answer
}

/** All cards that this session may still ask: their texts are there before the line goes. */
const toCome = ({ queue }: Session): string[] =>
  [...queue.dueNow.map(({ item }) => item), ...queue.learningLater, ...queue.overLimit.map(({ item }) => item)]
    .filter(({ kind }) => kind === 'card')
    .map(({ id }) => id)

/** A page that was left open over night asks anew when it is looked at: another day has other limits. */
function useNewDay(state: ReviewState, reload: () => Promise<void>): void {
  const day = state.kind === 'ready' ? toDayNumber(state.answer.now, state.answer.desk.zone) : undefined
  const zone = state.kind === 'ready' ? state.answer.desk.zone : 'UTC'
  useEffect(() => {
    if (day === undefined) return
    const look = () => {
      if (document.visibilityState === 'visible' && toDayNumber(getServerNow(), zone) !== day) void reload()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [day, zone, reload])
}
