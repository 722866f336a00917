import type { Outlook } from '#lib/review/deadline.ts'
import { counted } from '../ui/number-words.ts'

/**
 * Whether all of it fits until the interview, in numbers: “It does not all fit: 82 of 90 items are fresh on that day;
 * 5 are not asked by then (4 of FlashAttention, 1 of Positions), 3 will have faded.”
 *
 * @param titles  of lessons, by slug
 */
export function outlookWords(it: Outlook, titles: Readonly<Record<string, string>>): string {
  if (it.items === 0) return 'No lesson is chosen yet: there is nothing to plan.'
  if (it.fits) return `All ${it.items} items are seen and fresh on that day.`
  const missing = [
    it.unseen.length > 0 && `${it.unseen.length} are not asked by then (${byLesson(it.unseen, titles)})`,
    it.faded.length > 0 && `${it.faded.length} will have faded (${byLesson(it.faded, titles)})`,
  ].filter((part) => part !== false)
  const enough = it.enough
    ? ` It fits with ${counted(it.enough.minutesPerDay, 'minute')}, ${it.enough.newPerDay} new items and ${it.enough.reviewsPerDay} reviews a day.`
    : ' No limits would make it fit in the days that are left.'
  return `It does not all fit: ${it.ready} of ${it.items} items are fresh on that day; ${missing.join(', ')}.${enough}`
}

/** “4 of FlashAttention, 1 of Positions”, most first. */
function byLesson(ids: readonly string[], titles: Readonly<Record<string, string>>): string {
  const groups = Map.groupBy(ids, (id) => (id.startsWith('drill:') ? 'the drills' : (titles[slugOf(id)] ?? slugOf(id))))
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([title, some]) => `${some.length} of ${title}`)
    .join(', ')
}

const slugOf = (id: string): string => id.replace(/^number:/, '').split('/')[0] ?? id
