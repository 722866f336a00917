import { Random } from '#lib/grading/random.ts'
import { drawQuestion } from '#lib/review/number/draw-question.ts'
import type { NumberQuestion, NumberTemplate } from '#lib/review/number/template.ts'

/**
 * The question of a template with the numbers of a seed, drawn here: the engine computes its answer on this device.
 *
 * @param id  `lesson/name`
 * @throws Error when the course has no such template, or no line to load it
 */
export async function freshQuestion(id: string, seed: number): Promise<NumberQuestion> {
  const [slug = ''] = id.split('/')
  if (!/^[a-z0-9-]+$/.test(slug)) throw new Error(`“${id}” is not a lesson.`)
  const { default: templates } = await load(slug)
  const template = templates.find((numberTemplate) => numberTemplate.id === id)
  if (!template) throw new Error(`The course no longer has the question “${id}”.`)
  return drawQuestion(template, new Random(seed))
}

/** The bundler needs a relative template. */
const load = (slug: string): Promise<{ default: readonly NumberTemplate[] }> =>
  import(`../../../content/lessons/${slug}/numbers.ts`)
