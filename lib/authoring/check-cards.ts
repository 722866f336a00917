import { type Card, CardSchema, type FollowUp } from '#lib/course/card.ts'
import { findLiteralPosition } from '#lib/course/find-literal-position.ts'
import { findNearestName } from '#lib/course/nearest.ts'
import { type TextPosition, textPositionAt } from '#lib/course/problem.ts'
import { errorAt, type FileDiagnostic, type LessonContext, suggestNearest, warningAt } from './lesson-context.ts'
import { describeFormulaFault, findFormulaFault } from './text/check-formulas.ts'
import { listAnchors } from './text/check-links.ts'

/** How many cards a lesson has at least. */
export const MIN_CARDS = 5

/** The key points that a card's own model answer does not cover, by their indices. */
export type Uncovered = (card: Card) => readonly number[]

/**
 * What a lesson's cards leave out or point to in vain: too few of them, an exercise or a paragraph that there is not,
 * a formula that does not compile, a key point that the card's own model answer does not cover.
 *
 * @param exported  the cards as cards.ts exports them, broken ones included, for their places
 */
export function checkCards(
  page: LessonContext,
  text: string,
  exported: readonly unknown[],
  uncovered?: Uncovered,
): readonly FileDiagnostic[] {
  const { cards, slug, frontmatter } = page
  const diagnostics: FileDiagnostic[] = []
  const positionAt = (card: Card, ...path: readonly PropertyKey[]) =>
    findLiteralPosition(text, [exported.findIndex((exportedCard) => getId(exportedCard) === card.id), ...path])
  if (exported.length < MIN_CARDS) {
    const message = `the lesson has ${exported.length === 1 ? 'one card' : `${exported.length} cards`}: at least five`
    const fix = 'Write one for the interview question, a formula, a why, a number and a trap.'
    diagnostics.push(
      (frontmatter?.draft ? warningAt : errorAt)(findLiteralPosition(text, []), 'few-cards', message, fix),
    )
  }
  if (exported.length > 0 && !cards.some(({ kind }) => kind === 'interview'))
    diagnostics.push(
      warningAt(
        findLiteralPosition(text, []),
        'no-interview-card',
        'no card asks the interview question',
        `Write ${slug}/interview with kind: 'interview'.`,
      ),
    )
  exported.forEach((exportedCard, index) => {
    for (const key of Object.keys(exportedCard ?? {}).filter((key) => !FIELDS.includes(key))) {
      const fix = suggestNearest(findNearestName(key, FIELDS), `The fields are ${FIELDS.join(', ')}.`)
      diagnostics.push(
        errorAt(findLiteralPosition(text, [index, key]), 'card', `${getId(exportedCard)}: unknown field “${key}”`, fix),
      )
    }
  })
  diagnostics.push(...findLostBackslashes(text))
  for (const card of cards) {
    diagnostics.push(...checkLinks(card, page, positionAt), ...checkFormulas(card, positionAt))
    diagnostics.push(...checkKeyPoints(card, (...path) => positionAt(card, ...path)))
  }
  if (uncovered) for (const card of cards) diagnostics.push(...checkModelAnswer(card, uncovered, positionAt))
  return diagnostics
}

function checkModelAnswer(card: Card, uncovered: Uncovered, positionAt: PositionLookup): FileDiagnostic[] {
  try {
    return uncovered(card).map((i) => {
      const message = `${card.id}: its model answer does not cover the key point “${card.keyPoints[i]?.id}”`
      const fix = 'Say it in the model answer, or reword the key point and its phrases to match the answer.'
      return errorAt(positionAt(card, 'keyPoints', i), 'key-point', message, fix)
    })
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    const fix = 'Fix the pattern: lib/matcher/pattern.ts describes the syntax.'
    return [errorAt(positionAt(card, 'keyPoints'), 'pattern', `${card.id}: ${thrown.message}`, fix)]
  }
}

const FIELDS = Object.keys(CardSchema.shape)

type PositionLookup = (
  card: Card,
  ...path: readonly PropertyKey[]
) => { readonly line: number; readonly column: number }

function checkLinks(
  card: Card,
  { course, outline, frontmatter }: LessonContext,
  positionAt: PositionLookup,
): FileDiagnostic[] {
  const diagnostics: FileDiagnostic[] = []
  const { exercise, anchor } = card
  if (exercise !== undefined && !course.exercises.has(exercise)) {
    const fix = suggestNearest(
      findNearestName(exercise, course.exercises.keys()),
      'Name one of the course’s exercises, or omit the field.',
    )
    diagnostics.push(
      errorAt(positionAt(card, 'exercise'), 'unknown-exercise', `${card.id}: there is no exercise “${exercise}”`, fix),
    )
  }
  const ids = outline.flatMap((entry) => (entry.kind === 'heading' || entry.kind === 'code-mistake' ? [entry.id] : []))
  if (anchor !== undefined && outline.length > 0 && !frontmatter?.draft && !ids.includes(anchor)) {
    const fix = suggestNearest(
      findNearestName(anchor, ids),
      `Name a heading or a <CodeMistake>: ${listAnchors(outline).slice(0, 8).join(', ')}.`,
    )
    diagnostics.push(
      errorAt(
        positionAt(card, 'anchor'),
        'unknown-anchor',
        `${card.id}: the lesson has no heading or <CodeMistake> “${anchor}”`,
        fix,
      ),
    )
  }
  return diagnostics
}

/** Backslashes that are no escape of a string: not one of a quotation mark, a line end, or a character by its number. */
const LOST = /(?<!\\)\\(?![\\'"`$]|u[\da-fA-F{]|n(?!(?:abla|eq?|eg|i|ot|u)\b))([a-zA-Z]+|.)/g

/** A single backslash in a string is lost, or makes another letter of the one behind it: '\\frac' without one is a form feed. */
function findLostBackslashes(text: string): FileDiagnostic[] {
  return [...text.matchAll(LOST)]
    .filter(({ index }) => /'(?:[^'\\\n]|\\.)*$/.test(text.slice(text.lastIndexOf('\n', index) + 1, index)))
    .map((match) =>
      errorAt(
        textPositionAt(text, match.index),
        'backslash',
        `in a string, the backslash of ${match[0]} is lost`,
        `Write it twice: \\${match[0]}`,
      ),
    )
}

/** Formulas of a card are between dollars, as in a lesson. */
function checkFormulas(card: Card, positionAt: PositionLookup): FileDiagnostic[] {
  const texts: [PropertyKey[], string][] = [
    [['question'], card.question],
    [['modelAnswer'], card.modelAnswer],
    ...card.keyPoints.map((keyPoint, i): [PropertyKey[], string] => [['keyPoints', i], keyPoint.point]),
    ...flattenFollowUps(card.followUps).flatMap(({ question, answer, path }): [PropertyKey[], string][] => [
      [[...path, 'question'], question],
      [[...path, 'answer'], answer],
    ]),
  ]
  return texts.flatMap(([path, text]) => {
    const dollars = text.replace(/`[^`]*`/g, '').match(/\$/g)?.length ?? 0
    if (dollars % 2 === 1)
      return [
        errorAt(
          positionAt(card, ...path),
          'dollar',
          `${card.id}: a dollar sign opens a formula, but none closes it`,
          'Write the closing dollar sign; write amounts of money in words.',
        ),
      ]
    return [...text.replace(/`[^`]*`/g, '').matchAll(/\$([^$]+)\$/g)].flatMap(([, formula = '']) => {
      const fault = findFormulaFault(formula, false)
      if (!fault) return []
      const remark = describeFormulaFault(fault.reason, positionAt(card, ...path))
      return [{ ...remark, message: `${card.id}: “${formula}”: ${remark.message}` }]
    })
  })
}

/** A card’s id, whatever else it lacks. */
export const getId = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : ''

/** Key points that share an id, and follow-up questions that ask for a key point that the card has not. */
function checkKeyPoints(
  { id, keyPoints, followUps }: Card,
  positionAt: (...path: readonly PropertyKey[]) => TextPosition,
): readonly FileDiagnostic[] {
  const ids = keyPoints.map((keyPoint) => keyPoint.id)
  const twice = ids.flatMap((name, i) => {
    if (ids.indexOf(name) === i) return []
    const fix = 'Rename one of them: each counts separately in the score.'
    return [errorAt(positionAt('keyPoints', i), 'key-point', `${id}: two key points are called “${name}”`, fix)]
  })
  const lost = flattenFollowUps(followUps).flatMap(({ whenMissing, path }) => {
    if (whenMissing === undefined || ids.includes(whenMissing)) return []
    const fix = suggestNearest(findNearestName(whenMissing, ids), `The key points of this card are ${ids.join(', ')}.`)
    return [
      errorAt(
        positionAt(...path, 'whenMissing'),
        'key-point',
        `${id}: the card has no key point “${whenMissing}”`,
        fix,
      ),
    ]
  })
  return [...twice, ...lost]
}

interface NestedFollowUp extends FollowUp {
  /** From the card: `['followUps', 0, 'followUps', 1]`. */
  readonly path: readonly PropertyKey[]
}

/** All follow-ups of a card, those of follow-ups too. */
const flattenFollowUps = (followUps: readonly FollowUp[], parent: readonly PropertyKey[] = []): NestedFollowUp[] =>
  followUps.flatMap((followUp, i) => {
    const path = [...parent, 'followUps', i]
    return [{ ...followUp, path }, ...flattenFollowUps(followUp.followUps ?? [], path)]
  })
