import type { Card, FollowUp } from '#lib/course/card.ts'
import { nearestName } from '#lib/course/nearest.ts'
import type { TextPlace } from '#lib/course/problem.ts'
import { error, orNearest, type Remark } from './page.ts'

/** Key points that share an id, and follow-up questions that ask for a key point that the card has not. */
export function checkKeyPoints(
  { id, keyPoints, followUps }: Card,
  place: (...path: readonly PropertyKey[]) => TextPlace,
): readonly Remark[] {
  const ids = keyPoints.map((it) => it.id)
  const twice = ids.flatMap((name, i) => {
    if (ids.indexOf(name) === i) return []
    const mend = 'Give one of them another name: an answer is scored by each.'
    return [error(place('keyPoints', i), 'key-point', `${id}: two key points are called “${name}”`, mend)]
  })
  const lost = asked(followUps, ['followUps']).flatMap(({ asksFor, path }) => {
    if (asksFor === undefined || ids.includes(asksFor)) return []
    const mend = orNearest(nearestName(asksFor, ids), `The key points of this card are ${ids.join(', ')}.`)
    return [error(place(...path, 'asksFor'), 'key-point', `${id}: it has no key point “${asksFor}”`, mend)]
  })
  return [...twice, ...lost]
}

interface Asked {
  readonly asksFor?: string | undefined
  readonly path: readonly PropertyKey[]
}

const asked = (followUps: readonly FollowUp[], path: readonly PropertyKey[]): Asked[] =>
  followUps.flatMap(({ asksFor, then }, i) => [
    { asksFor, path: [...path, i] },
    ...asked(then ?? [], [...path, i, 'then']),
  ])
