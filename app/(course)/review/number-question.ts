import katex from 'katex'
import { Random } from '#lib/grading/random.ts'
import type { DeckItem } from '#lib/review/deck.ts'
import { drawQuestion } from '#lib/review/number/draw-question.ts'
import type { NumberQuestion, NumberTemplate } from '#lib/review/number/template.ts'
import { getSeed } from './session.ts'

/** A number question with its numbers. */
export interface DrawnQuestion {
  /** The item’s id. */
  readonly item: string
  readonly seed: number
  readonly question: NumberQuestion
  /** Its texts as HTML, with their `code` and $maths$. */
  readonly html: { readonly question: string; readonly working: string }
}

/**
 * Draws the numbers of an item’s question from its seed, on the server or in the browser: both draw the same.
 *
 * @throws Error if the course has no such template, or it can’t be loaded
 */
export async function drawNumberQuestion(item: DeckItem): Promise<DrawnQuestion> {
  const id = item.id.replace('number:', '')
  const [slug = ''] = id.split('/')
  if (!/^[a-z0-9-]+$/.test(slug)) throw new Error(`“${id}” is not a lesson.`)
  const { default: templates } = await load(slug)
  const template = templates.find((numberTemplate) => numberTemplate.id === id)
  if (!template) throw new Error(`The course no longer has the question “${id}”.`)
  const seed = getSeed(item)
  const question = drawQuestion(template, new Random(seed))
  const html = { question: toHtml(question.question), working: toHtml(question.working) }
  return { item: item.id, seed, question, html }
}

/** The bundler needs a relative template. */
const load = (slug: string): Promise<{ default: readonly NumberTemplate[] }> =>
  import(`../../../content/lessons/${slug}/numbers.ts`)

const MARKED = /(`[^`]+`|\$[^$]+\$)/

const toHtml = (text: string): string =>
  text
    .split(MARKED)
    .map((part) => {
      if (part.startsWith('`')) return `<code translate="no">${escapeHtml(part.slice(1, -1))}</code>`
      if (!part.startsWith('$')) return escapeHtml(part)
      const html = katex.renderToString(part.slice(1, -1), { throwOnError: true, strict: true })
      return `<span translate="no">${html}</span>`
    })
    .join('')

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
