import type { ReactNode } from 'react'
import { CardLine } from '#app/_components/ui/card-html.tsx'
import clockStyles from '#app/_components/workbench/clock.module.css'
import { formatClock, spentText } from '#app/_components/workbench/format-clock.ts'
import type { InterviewView, TimelineItem } from '#lib/contract/interview.ts'
import styles from './interview-session.module.css'

interface TrailProps {
  readonly view: InterviewView
  /** The clock's reading, in milliseconds. */
  readonly clock: number
  /** Shown next to the clock. */
  readonly children: ReactNode
}

const BARS = 25

/** Where the interview is: the clock, what was asked, and what comes; follow-ups step in to the right. */
export function InterviewTimeline({ view, clock, children }: TrailProps) {
  const { lengthMs, now, trail } = view
  const elapsedMs = trail.reduce((sum, { ms = 0 }) => sum + ms, 0)
  return (
    <aside className={styles.trail} aria-label="Interview timeline">
      <div className={`cluster ${clockStyles.clock} ${styles.clock}`}>
        <p className={`cluster ${clockStyles.clock}`} role="timer">
          <span className={clockStyles.time}>{formatClock(lengthMs - clock)}</span>{' '}
          <span className="quiet">left of {formatClock(lengthMs)}</span>
        </p>
        {children}
      </div>
      <div className={styles.clockBar} aria-hidden="true">
        {Array.from({ length: BARS }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
          <i key={i} className={(i / BARS) * lengthMs < clock ? styles.on : undefined} />
        ))}
      </div>
      {now && (
        <p className={`quiet small ${styles.crumbs}`}>
          {now.topic}
          {now.depth > 0 && (
            <>
              , <b>{ORDINALS[now.depth - 1] ?? ''} follow-up</b>
            </>
          )}{' '}
          · question {now.number}
        </p>
      )}
      <Items items={trail} nowMs={clock - elapsedMs} />
      <p className={`${styles.after} faint small`}>
        The model answers are shown in the debrief. If you close this page, the interview resumes where you left off.
      </p>
    </aside>
  )
}

const ORDINALS = ['first', 'second', 'third', 'fourth']

interface ItemsProps {
  readonly items: readonly TimelineItem[]
  /** How long the current one has taken so far. */
  readonly nowMs: number
}

/** Items of one depth, each with the deeper ones that follow it. */
function Items({ items, nowMs }: ItemsProps) {
  const depth = Math.min(...items.map((item) => item.depth))
  const starts = items.flatMap((item, i) => (item.depth === depth ? [i] : []))
  const before = items.slice(0, starts[0])
  return (
    <ol>
      {before.length > 0 && (
        <li>
          <Items items={before} nowMs={nowMs} />
        </li>
      )}
      {starts.map((start, i) => {
        const item = items[start]
        const deeper = items.slice(start + 1, starts[i + 1])
        return (
          item && (
            <li key={item.step}>
              <Item item={item} nowMs={nowMs} />
              {deeper.length > 0 && <Items items={deeper} nowMs={nowMs} />}
            </li>
          )
        )
      })}
    </ol>
  )
}

const STATE_CLASS: Readonly<Record<TimelineItem['state'], string | undefined>> = {
  done: styles.done,
  skipped: styles.skipped,
  now: styles.now,
  'to-come': undefined,
}

function Item({ item: { state, title, ms }, nowMs }: { readonly item: TimelineItem; readonly nowMs: number }) {
  const time = state === 'now' ? nowMs : ms
  return (
    <div className={`${styles.step} ${STATE_CLASS[state]}`} aria-current={state === 'now' ? 'step' : undefined}>
      <i aria-hidden="true" />
      <span>
        <CardLine html={title} />
        {state === 'skipped' && <span className="vh"> (skipped)</span>}
        {state === 'done' && <span className="vh"> (answered)</span>}
      </span>
      <small className="num">{time === undefined ? '' : spentText(Math.max(0, time))}</small>
    </div>
  )
}
