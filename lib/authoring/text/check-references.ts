import { visit } from 'unist-util-visit'
import type { MdxNode } from '#lib/course/mdx.ts'
import { findNearestName } from '#lib/course/nearest.ts'
import type { TextPosition } from '#lib/course/problem.ts'
import { errorAt, type FileDiagnostic, type LessonContext, suggestNearest, warningAt } from '../lesson-context.ts'
import { type Element, findPartPosition, getAttributeText, isNamed } from './element.ts'

/** Finds references to sources, cards, exercises and misconceptions that don’t exist. */
export function checkReferences(page: LessonContext): readonly FileDiagnostic[] {
  const { mdx, course, cardIds: ids, exercises, exerciseIds, slug } = page
  const diagnostics: FileDiagnostic[] = []
  const misconceptions = exercises.flatMap((exercise) => exercise.misconceptions)
  const complete = exerciseIds.every((id) => exercises.some((exercise) => exercise.id === id))
  const explained = new Set<string>()
  visit(page.tree, (node) => {
    const source = isNamed(node, 'Source') ? getAttributeText(node, 'id') : undefined
    if (source !== undefined && course.sources && isNamed(node, 'Source') && !course.sources.includes(source)) {
      const fix = suggestNearest(
        findNearestName(source, course.sources),
        'Add it to content/sources.ts, or name one of its sources.',
      )
      diagnostics.push(
        errorAt(
          findPartPosition(node, mdx, source),
          'unknown-source',
          `content/sources.ts has no source “${source}”`,
          fix,
        ),
      )
    }
    const card = isNamed(node, 'InlineCard') ? getAttributeText(node, 'id') : undefined
    if (card !== undefined && ids && isNamed(node, 'InlineCard') && !ids.includes(card)) {
      const fix = suggestNearest(findNearestName(card, ids), `Write it in content/lessons/${slug}/cards.ts.`)
      diagnostics.push(
        errorAt(findPartPosition(node, mdx, card), 'unknown-card', `the lesson has no card “${card}”`, fix),
      )
    }
    if (isNamed(node, 'Exercise')) {
      const id = getAttributeText(node, 'id')
      if (id !== undefined && !exerciseIds.includes(id))
        diagnostics.push(describeUnknownExercise(id, page, findPartPosition(node, mdx, id)))
    }
    if (!isNamed(node, 'CodeMistake')) return
    diagnostics.push(...checkLinePair(node))
    for (const id of (getAttributeText(node, 'ids') ?? '').split(/\s+/).filter((part) => part !== '')) {
      const position = findPartPosition(node, mdx, id)
      if (explained.has(id))
        diagnostics.push(
          errorAt(
            position,
            'code-mistake',
            `“${id}” is explained twice`,
            'Keep one of the two: a verdict links to only one explanation.',
          ),
        )
      explained.add(id)
      if (!complete || misconceptions.includes(id)) continue
      const fix = suggestNearest(
        findNearestName(id, misconceptions),
        'Name misconceptions as the exercise does, or explain it in the text.',
      )
      diagnostics.push(errorAt(position, 'code-mistake', `no exercise of this lesson has a misconception “${id}”`, fix))
    }
  })
  return diagnostics
}

function describeUnknownExercise(
  id: string,
  { exerciseIds, course }: LessonContext,
  position: { line: number; column: number },
): FileDiagnostic {
  const owner = course.exercises.get(id)
  if (owner !== undefined)
    return errorAt(
      position,
      'unknown-exercise',
      `“${id}” is an exercise of the lesson ${owner}`,
      `Link to it: [${id}](/lessons/${owner}#build-${id})`,
    )
  const fix = suggestNearest(findNearestName(id, exerciseIds), `Write its folder, exercises/${id}.`)
  return errorAt(position, 'unknown-exercise', `there is no folder exercises/${id}`, fix)
}

/** The ids that no faulty block names, unless an unnamed one stands for them. */
function listUnpaired(ids: readonly string[], labels: readonly (readonly string[])[]): readonly string[] {
  const faulty = labels.filter(([first]) => first === 'faulty')
  if (faulty.length === 0 || faulty.some((label) => label.length === 1)) return []
  const namedIds = faulty.flatMap(([, ...names]) => names.map((name) => name.slice(name.indexOf('/') + 1)))
  return ids.filter((id) => id !== '' && !namedIds.includes(id))
}

/** A mistake in code needs a faulty and a right block of code; both may name only misconceptions of its entry. */
function checkLinePair(entry: Element): readonly FileDiagnostic[] {
  const ids = (getAttributeText(entry, 'ids') ?? '').split(/\s+/)
  const blocks = entry.children.flatMap((child) => (child.type === 'code' ? [child] : []))
  const labels = blocks.map(({ meta }) => meta?.trim().split(/\s+/) ?? [])
  const position = (node: MdxNode): TextPosition => node.position?.start ?? { line: 1, column: 1 }
  const missing = ['faulty', 'right'].filter((label) => !labels.some(([first]) => first === label))
  return [
    ...(missing.length === 0
      ? []
      : [
          warningAt(
            position(entry),
            'line-pair',
            `the entry has no ${missing.join(' and no ')} code`,
            'Begin it with a block ```ts faulty and a block ```ts right: the lesson and the verdict show them side by side.',
          ),
        ]),
    ...listUnpaired(ids, labels).map((id) =>
      warningAt(
        position(entry),
        'line-pair',
        `no faulty code shows “${id}”`,
        'Add a block ```ts faulty ' + `${id}, or one without an id, which stands for all others.`,
      ),
    ),
    ...blocks.flatMap((block, i) => {
      const [first, ...otherLabels] = labels[i] ?? []
      const isPart = first === 'faulty' || first === 'right'
      const unknown = isPart ? otherLabels.find((name) => !ids.includes(name.slice(name.indexOf('/') + 1))) : undefined
      if (unknown === undefined) return []
      return [
        errorAt(
          position(block),
          'line-pair',
          `the entry has no “${unknown}” in its ids`,
          `Name one of ${ids.join(', ')}, or add it to ids.`,
        ),
      ]
    }),
  ]
}
