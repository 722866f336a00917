'use client'

import { Undo2 } from 'lucide'
import { useEffect, useRef, useState } from 'react'
import { randomId } from '#lib/client/random-id.ts'
import { getServerNow } from '#lib/client/server-clock.ts'
import { applyLogEntries } from '#lib/review/apply-log-entries.ts'
import type { Deck, DeckItem } from '#lib/review/deck.ts'
import type { LogEntry } from '#lib/review/log.ts'
import type { Rating } from '#lib/review/memory-state.ts'
import { DEFAULT_PLAN } from '#lib/review/plan.ts'
import { scheduleReview } from '#lib/review/schedule.ts'
import { fetchReview } from '../sending/review-api.ts'
import { addReview, listWaitingReviews, reviewQueues } from '../sending/review-queue.ts'
import { Button } from '../ui/button.tsx'
import { formatInterval } from '../ui/format-interval.ts'
import { Icon } from '../ui/icon.tsx'
import { RateRow, ratingName } from '../ui/rate-row.tsx'
import styles from './prose-rating.module.css'

const DAY_MS = 86_400_000

interface ProseRatingProps {
  /** `lesson/name` */
  readonly card: string
}

/** Ratings under the answer of a card in its lesson: it is a review like any other, and brings the lesson's cards in. */
export default function ProseRating({ card }: ProseRatingProps) {
  const [item, setItem] = useState<DeckItem>()
  const [retention, setRetention] = useState(DEFAULT_PLAN.retention)
  const [done, setDone] = useState<{ readonly entry: LogEntry; readonly says: string }>()
  /** The entry that only this page has: the device’s storage is full, and the server hasn’t answered yet. */
  const [unsafe, setUnsafe] = useState<string>()
  const since = useRef(0)
  useEffect(() => {
    let here = true
    since.current = getServerNow()
    void loadOwnDeck().then((deck) => {
      if (!here) return
      since.current = getServerNow() // asking has set the clock
      setRetention(deck.plan.retention)
      setItem(deck.items.find(({ id }) => id === card) ?? createNewItem(card))
    })
    return () => {
      here = false
    }
  }, [card])
  useEffect(() => {
    if (unsafe === undefined) return
    let stop = () => {}
    let isHere = true
    void reviewQueues.open().then((queue) => {
      if (!isHere) return
      stop = queue.watch(({ waiting }) => {
        if (waiting === 0) setUnsafe(undefined)
      })
    })
    return () => {
      isHere = false
      stop()
    }
  }, [unsafe])
  if (!item) return null

  const rate = (rating: Rating) => {
    const at = getServerNow()
    const entry: LogEntry = {
      kind: 'review',
      id: randomId(),
      item: card,
      rating,
      ms: Math.min(Math.max(0, at - since.current), DAY_MS),
      at,
    }
    const next = scheduleReview('card', item.memory, rating, at, retention)
    void keep(entry).then((isKept) => setUnsafe(isKept ? undefined : entry.id))
    setDone({ entry, says: `${ratingName(rating)}. Next review in ${formatInterval(next, at)}.` })
  }
  const undo = () => {
    if (!done) return
    void keep({ kind: 'undo', id: randomId(), item: card, entry: done.entry.id, at: getServerNow() })
    since.current = getServerNow()
    setDone(undefined)
  }
  return (
    <div className={`no-print ${styles.rating}`}>
      {!done && <RateRow item={item} retention={retention} now={getServerNow()} onRate={rate} />}
      <p role="status">
        {done?.says}
        {done &&
          unsafe === done.entry.id &&
          ' Not saved on this device: its storage is full. Keep this tab open until you’re online.'}
      </p>
      {done && (
        <p className="cluster">
          <Button variant="plain" className={styles.undo} onClick={undo}>
            <Icon icon={Undo2} /> Undo
          </Button>
          <a className="hit" href="/review">
            Review what is due
          </a>
        </p>
      )}
    </div>
  )
}

/** What this page has done to the deck since it was loaded. */
const entries: LogEntry[] = []
let deckRequest: Promise<Deck | undefined> | undefined

/** Stores an entry. Resolves to whether this device keeps it. */
async function keep(entry: LogEntry): Promise<boolean> {
  entries.push(entry)
  return (await addReview(entry)) !== 'memory'
}

/** The learner's deck, loaded once per page; if the server can’t be reached, every card counts as new for now. */
async function loadOwnDeck(): Promise<Deck> {
  deckRequest ??= fetchReview().then(
    (answer) => answer.desk,
    () => {
      deckRequest = undefined // the next card asks again
      return undefined
    },
  )
  const deck = (await deckRequest) ?? { plan: DEFAULT_PLAN, zone: 'UTC', items: [], today: [] }
  return applyLogEntries(deck, [...(await listWaitingReviews()), ...entries])
}

const createNewItem = (id: string): DeckItem => ({
  id,
  kind: 'card',
  lesson: id.split('/')[0] ?? '',
  weight: 1,
  open: false,
  memory: { state: 'new', due: 0, stability: 0, difficulty: 0, scheduledDays: 0, step: 0, reps: 0, lapses: 0 },
  ms: 0,
})
