import { visit } from 'unist-util-visit'
import { nearestName } from '#lib/course/nearest.ts'
import { errorAt, type FileDiagnostic, type LessonContext, orNearest } from '../lesson-context.ts'
import { getAttributeText, isNamed, placeIn } from './element.ts'

/** Sources, cards, exercises and misconceptions that a lesson names and that there are not. */
export function checkReferences(page: LessonContext): readonly FileDiagnostic[] {
  const { mdx, course: around, cardIds: ids, exercises, exerciseIds, slug } = page
  const found: FileDiagnostic[] = []
  const misconceptions = exercises.flatMap((exercise) => exercise.misconceptions)
  const complete = exerciseIds.every((id) => exercises.some((exercise) => exercise.id === id))
  const explained = new Set<string>()
  visit(page.tree, (node) => {
    const source = isNamed(node, 'Source') ? getAttributeText(node, 'id') : undefined
    if (source !== undefined && around.sources && isNamed(node, 'Source') && !around.sources.includes(source)) {
      const fix = orNearest(
        nearestName(source, around.sources),
        'Add it to content/sources.ts, or name one that is there.',
      )
      found.push(
        errorAt(placeIn(node, mdx, source), 'unknown-source', `content/sources.ts has no source “${source}”`, fix),
      )
    }
    const card = isNamed(node, 'ProseCard') ? getAttributeText(node, 'id') : undefined
    if (card !== undefined && ids && isNamed(node, 'ProseCard') && !ids.includes(card)) {
      const fix = orNearest(nearestName(card, ids), `Write it in content/lessons/${slug}/cards.ts.`)
      found.push(errorAt(placeIn(node, mdx, card), 'unknown-card', `the lesson has no card “${card}”`, fix))
    }
    if (isNamed(node, 'Sandbox')) {
      const id = getAttributeText(node, 'exercise')
      if (id !== undefined && !exerciseIds.includes(id)) found.push(unknownExercise(id, page, placeIn(node, mdx, id)))
    }
    if (!isNamed(node, 'Explains')) return
    for (const id of (getAttributeText(node, 'id') ?? '').split(/\s+/).filter((part) => part !== '')) {
      const place = placeIn(node, mdx, id)
      if (explained.has(id))
        found.push(
          errorAt(
            place,
            'explains',
            `“${id}” is explained twice`,
            'Keep one of the two: a verdict leads to one place.',
          ),
        )
      explained.add(id)
      if (!complete || misconceptions.includes(id)) continue
      const fix = orNearest(
        nearestName(id, misconceptions),
        'Name misconceptions as the exercise names them, or write a heading in place of <Explains>.',
      )
      found.push(errorAt(place, 'explains', `no exercise of this lesson has a misconception “${id}”`, fix))
    }
  })
  return found
}

function unknownExercise(
  id: string,
  { exerciseIds, course: around }: LessonContext,
  place: { line: number; column: number },
): FileDiagnostic {
  const owner = around.exercises.get(id)
  if (owner !== undefined)
    return errorAt(
      place,
      'unknown-exercise',
      `“${id}” is an exercise of the lesson ${owner}`,
      `Link to it: [${id}](/lessons/${owner}#build-${id})`,
    )
  const fix = orNearest(nearestName(id, exerciseIds), `Write its folder, exercises/${id}.`)
  return errorAt(place, 'unknown-exercise', `there is no folder exercises/${id}`, fix)
}
