import { useCallback, useEffect, useRef, useState } from 'react'
import { reloadForNextLearner } from '#lib/client/browser-learner.ts'
import { EMPTY_STATUS, type QueueStatus } from '#lib/client/durable-queue.ts'
import { openLearner } from '#lib/client/open-learner.ts'
import { randomId } from '#lib/client/random-id.ts'
import { getPageReceivedAt, getServerNow, setServerTime } from '#lib/client/server-clock.ts'
import type { CardText, ReviewAnswer, ReviewLesson } from '#lib/contract/review.ts'
import { toDayNumber } from '#lib/review/day.ts'
import type { LogEntry } from '#lib/review/log.ts'
import { readWaitingPlan } from '../../_components/sending/plan-queue.ts'
import { fetchReview, fetchTexts, getOwnZone, hasZoneCookie } from '../../_components/sending/review-api.ts'
import { addReview, flushReviews, listWaitingReviews, reviewQueues } from '../../_components/sending/review-queue.ts'
import { markLessonsAdded, pendingLessons } from '../../_components/ui/opened-lessons.ts'
import type { InitialReview } from './initial-review.ts'
import type { DrawnQuestion } from './number-question.ts'
import { applyEntry, beginSession, refreshSession, type Session, showAnswer } from './session.ts'

/** What a page about reviewing knows. */
export type ReviewState =
  /** Neither the server that rendered the page nor this page could read what is due. */
  { readonly kind: 'away' } | { readonly kind: 'ready'; readonly answer: ReviewAnswer; readonly session: Session }

export interface UseSessionResult {
  readonly state: ReviewState
  readonly texts: Readonly<Record<string, CardText>>
  /** The number question that the page was rendered with. */
  readonly firstNumber: DrawnQuestion | undefined
  /** Ratings that wait on this device. */
  readonly waiting: QueueStatus
  /** Does something: it is kept on this device, sent, and the next question comes. */
  readonly act: (entry: NewEntry) => void
  readonly show: () => void
  /** Reloads from the server, after everything that waits has been sent. */
  readonly reload: () => Promise<void>
}

/** An entry without the fields that every entry has. */
export type NewEntry = LogEntry extends infer E ? (E extends LogEntry ? Omit<E, 'id' | 'at'> : never) : never

/**
 * A review session on this page: begun with what the server rendered the page from, joined with what waits on this
 * device, and kept by both.
 *
 * @param initial  undefined if the server couldn’t read it
 * @param preloadsTexts  loads the texts of all cards that the session may ask, so that it continues offline
 */
export function useSession(initial: InitialReview | undefined, preloadsTexts: boolean): UseSessionResult {
  const [state, setState] = useState<ReviewState>(() => begin(initial))
  const [texts, setTexts] = useState<Readonly<Record<string, CardText>>>(initial?.answer.texts ?? {})
  const [waiting, setWaiting] = useState<QueueStatus>(EMPTY_STATUS)
  const latestTexts = useRef(texts)
  const done = useRef<LogEntry[]>([])
  /** The page was rendered for somebody else than who works here now. */
  const isForeign = useRef(false)

  const loadTexts = useCallback(
    async (session: Session) => {
      const missingIds = preloadsTexts ? toCome(session).filter((id) => !latestTexts.current[id]) : []
      if (missingIds.length === 0) return
      latestTexts.current = { ...latestTexts.current, ...(await fetchTexts(missingIds)) }
      setTexts(latestTexts.current)
    },
    [preloadsTexts],
  )

  const reload = useCallback(async () => {
    try {
      const doneBefore = done.current.length
      await flushReviews()
      const answer = await withWaitingPlan(await withOpened(await fetchReview()))
      const unsent = await listWaitingReviews()
      const entries = joinEntries(unsent, done.current.slice(doneBefore))
      latestTexts.current = { ...latestTexts.current, ...answer.texts }
      setTexts(latestTexts.current)
      const now = getServerNow()
      const stays = !isForeign.current
      setState((before) => {
        const keeps = stays && before.kind === 'ready'
        const session = keeps
          ? refreshSession(before.session, answer.desk, entries, now)
          : beginSession(answer.desk, entries, now)
        return { kind: 'ready', answer, session }
      })
      isForeign.current = false
      await loadTexts(beginSession(answer.desk, entries, now))
    } catch (error) {
      console.error('We couldn’t load what is due.', error)
      const stays = !isForeign.current
      setState((now) => (now.kind === 'ready' && stays ? now : { kind: 'away' }))
    }
  }, [loadTexts])

  /** Joins what the page was rendered from with what only this device knows; asks the server again if that needs it. */
  const takeOver = useCallback(
    async ({ answer, learner }: InitialReview) => {
      setServerTime(answer.now, getPageReceivedAt())
      const isZoneKnown = hasZoneCookie()
      getOwnZone()
      isForeign.current = (await openLearner()) !== learner
      if (isForeign.current) return reload()
      const [unsent, joined] = await Promise.all([listWaitingReviews(), withWaitingPlan(answer)])
      if (unsent.length > 0 || joined !== answer) {
        const entries = joinEntries(unsent, done.current)
        const now = getServerNow()
        setState((before) =>
          before.kind === 'ready'
            ? { ...before, answer: joined, session: refreshSession(before.session, joined.desk, entries, now) }
            : before,
        )
      }
      if (!isZoneKnown || unsent.length > 0 || listUnadded(answer).length > 0) return reload()
      await loadTexts(beginSession(joined.desk, [], answer.now))
    },
    [reload, loadTexts],
  )

  useEffect(() => {
    let isHere = true
    let stop = () => {}
    reloadForNextLearner()
    void reviewQueues.open().then((queue) => {
      if (isHere) stop = queue.watch(setWaiting)
    })
    if (initial) takeOver(initial).catch((error) => console.error('We couldn’t load all that you’ll review.', error))
    else void reload()
    return () => {
      isHere = false
      stop()
    }
  }, [initial, takeOver, reload])
  useNewDay(state, reload)

  const act = useCallback((entry: NewEntry) => {
    const at = getServerNow()
    const createdEntry = { ...entry, id: randomId(), at } as LogEntry
    done.current = [...done.current, createdEntry]
    void addReview(createdEntry)
    setState((now) => (now.kind === 'ready' ? { ...now, session: applyEntry(now.session, createdEntry, at) } : now))
  }, [])
  const show = useCallback(() => {
    setState((now) => (now.kind === 'ready' ? { ...now, session: showAnswer(now.session) } : now))
  }, [])
  return { state, texts, firstNumber: initial?.firstNumber, waiting, act, show, reload }
}

function begin(initial: InitialReview | undefined): ReviewState {
  if (!initial) return { kind: 'away' }
  const { answer } = initial
  return { kind: 'ready', answer, session: beginSession(answer.desk, [], answer.now) }
}

/** What waits to be sent and what was done on this page, each entry once. */
const joinEntries = (waiting: readonly LogEntry[], done: readonly LogEntry[]): LogEntry[] => [
  ...new Map([...waiting, ...done].map((entry) => [entry.id, entry])).values(),
]

/** Lessons that were opened on this device and whose cards haven’t come in. */
function listUnadded({ lessons }: ReviewAnswer): ReviewLesson[] {
  const opened = pendingLessons()
  return lessons.filter(({ open, slug }) => !open && opened.includes(slug))
}

/** What there is to review, after the cards of lessons that were opened on this device have come in. */
async function withOpened(answer: ReviewAnswer): Promise<ReviewAnswer> {
  const unadded = listUnadded(answer)
  for (const { slug } of unadded)
    await addReview({ kind: 'add', item: `lesson:${slug}`, id: randomId(), at: getServerNow() })
  markLessonsAdded(pendingLessons())
  if (unadded.length === 0) return answer
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

/** A page that was left open over night asks again when it is looked at: another day has other limits. */
function useNewDay(state: ReviewState, reload: () => Promise<void>): void {
  const day = state.kind === 'ready' ? toDayNumber(state.answer.now, state.answer.desk.zone) : undefined
  const zone = state.kind === 'ready' ? state.answer.desk.zone : 'UTC'
  useEffect(() => {
    if (day === undefined) return
    const checkDay = () => {
      if (document.visibilityState === 'visible' && toDayNumber(getServerNow(), zone) !== day) void reload()
    }
    document.addEventListener('visibilitychange', checkDay)
    return () => document.removeEventListener('visibilitychange', checkDay)
  }, [day, zone, reload])
}
