import { Random } from '#lib/grading/random.ts'
import { drawQuestion } from '#lib/review/number/draw-question.ts'
import type { NumberTemplate } from '#lib/review/number/template.ts'
import { NumberTemplateSchema } from './number.ts'
import { type CourseProblem, findLine } from './problem.ts'

/** Validates the number questions that a lesson’s numbers.ts exports, and draws each of them once. */
export function readNumbers(
  exported: unknown,
  slug: string,
  text: string,
  file: string,
): { readonly numbers: readonly NumberTemplate[]; readonly problems: readonly CourseProblem[] } {
  if (!Array.isArray(exported))
    return {
      numbers: [],
      problems: [{ file, line: 1, message: 'numbers.ts must export its questions: export default defineNumbers([…])' }],
    }
  const numbers: NumberTemplate[] = []
  const problems: CourseProblem[] = []
  exported.forEach((exportedNumber: unknown, index) => {
    const parsed = NumberTemplateSchema.safeParse(exportedNumber)
    const id = parsed.data?.id ?? `question ${index + 1}`
    const problem = (message: string) =>
      problems.push({ file, line: findLine(text, `'${id}'`), message: `${id}: ${message}` })
    if (!parsed.success) for (const issue of parsed.error.issues) problem(`${issue.path.join('.')}: ${issue.message}`)
    else if (!id.startsWith(`${slug}/`)) problem(`the id of a question of this lesson must start with ${slug}/`)
    else if (numbers.some((other) => other.id === id)) problem('two questions have this id')
    else {
      try {
        drawQuestion(parsed.data, new Random(index + 1))
        numbers.push(parsed.data)
      } catch (error) {
        problem(`it cannot be drawn: ${error instanceof Error ? error.message : error}`)
      }
    }
  })
  return { numbers, problems }
}
