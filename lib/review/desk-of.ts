import { dayOf, startOfDay } from './day.ts'
import type { Desk, DeskItem, Forward } from './desk.ts'
import { type Evidence, forwardsOf, seedsOf, type Teacher } from './evidence.ts'
import type { Item } from './item.ts'
import type { LogEntry } from './log.ts'
import { paceOf } from './pace.ts'
import type { Plan } from './plan.ts'
import { type Past, replay } from './replay.ts'
import { newMemory } from './schedule.ts'

/** What a learner's desk is made of. */
export interface DeskParts {
  /** All that the course has to review, in its order. */
  readonly items: readonly Item[]
  readonly entries: readonly LogEntry[]
  readonly evidence: Evidence
  readonly teacher: Teacher
  readonly plan: Plan
  readonly zone: string
}

/** A desk, and what it was derived from. */
export interface DeskOf {
  readonly desk: Desk
  readonly past: Past
  /** Slugs of the lessons whose items come in. */
  readonly open: ReadonlySet<string>
  /** All that the course has to review. */
  readonly all: readonly Item[]
}

/**
 * A learner's desk now, derived from what is stored: nothing is kept beside the log and the answers to exercises.
 *
 * It holds the items of open lessons and whatever else is known of this learner. A lesson is open when it was added, or
 * when one of its cards was reviewed or one of its exercises answered and it was not removed.
 */
export function deskOf(parts: DeskParts, now: number): DeskOf {
  const { items, entries, evidence, plan, zone } = parts
  const past = replay(entries, seedsOf(evidence), plan.retention)
  const open = openLessons(items, evidence, past)
  const began = startOfDay(dayOf(now, zone), zone)
  const earlier = past.reviews.filter((it) => it.at < began).at(-1)
  const desk: Desk = {
    plan,
    zone,
    items: placed(parts, past, open, now).filter(isKnown),
    today: past.reviews
      .filter((it) => it.at >= began)
      .map(({ id, item, rating, ms, at, before }) => ({ id, item, rating, ms, at, before })),
    ...(earlier && { before: earlier.at }),
  }
  return { desk, past, open, all: items }
}

function placed(parts: DeskParts, past: Past, open: ReadonlySet<string>, now: number): DeskItem[] {
  const forwardOf = forwarding(parts, past, dayOf(now, parts.zone))
  const pace = paceOf(past.reviews)
  return parts.items.map((item): DeskItem => {
    const forward = forwardOf(item.id)
    const buriedUntil = past.buriedUntil.get(item.id) ?? 0
    return {
      ...item,
      open: open.has(item.lesson),
      memory: past.memories.get(item.id) ?? newMemory(0),
      ms: pace(item),
      ...(past.suspended.has(item.id) && { suspended: true }),
      ...(buriedUntil > now && { buriedUntil }),
      ...(forward && { forward }),
    }
  })
}

/** Why an item is asked before its time on a day, if it is: what the learner asked for comes before evidence. */
function forwarding({ items, evidence, teacher, zone }: DeskParts, past: Past, today: number) {
  const last = (item: string): number | undefined => past.memories.get(item)?.lastReview
  const forwards = forwardsOf(evidence.attempts, items, teacher, last)
  return (item: string): Forward | undefined => {
    const [asked, reviewed] = [past.asked.get(item), last(item)]
    if (asked !== undefined && asked > (reviewed ?? -1)) return { why: 'asked', at: asked }
    // what was reviewed today has had its turn, whatever failed since
    return reviewed !== undefined && dayOf(reviewed, zone) >= today ? undefined : forwards.get(item)
  }
}

/** A drill comes with a pass; everything else with its lesson, or when something has been done about it. */
const isKnown = (it: DeskItem): boolean =>
  it.memory.state !== 'new' || (it.kind !== 'drill' && (it.open || !!it.forward || !!it.suspended))

function openLessons(items: readonly Item[], { attempts }: Evidence, past: Past): Set<string> {
  const worked = new Set(attempts.map((it) => it.exercise))
  const reviewed = new Set(past.reviews.map((it) => it.item))
  const opened = items
    .filter(
      (it) => reviewed.has(it.id) || (it.kind === 'drill' && it.exercise !== undefined && worked.has(it.exercise)),
    )
    .map((it) => it.lesson)
  const chosen = (added: boolean): string[] => [...past.chosen].filter(([, it]) => it === added).map(([slug]) => slug)
  const open = new Set([...opened, ...chosen(true)])
  for (const slug of chosen(false)) open.delete(slug)
  return open
}
