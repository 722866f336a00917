import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { lessonOutline } from '#lib/course/lesson-outline.ts'
import { type CourseProblem, placeOf } from '#lib/course/problem.ts'
import { readCards } from '#lib/course/read-cards.ts'
import { readFrontmatter } from '#lib/course/read-frontmatter.ts'
import { type Coverage, checkCards } from './check-cards.ts'
import { checkDefinition, type Definition } from './check-definition.ts'
import type { CourseFiles } from './course-files.ts'
import type { Finding } from './finding.ts'
import { type LessonFiles, syntaxFault } from './lesson-files.ts'
import { error, type Page, type Remark } from './page.ts'
import { checkCode } from './text/check-code.ts'
import { checkComponents } from './text/check-components.ts'
import { checkFormulas } from './text/check-formulas.ts'
import { checkLinks } from './text/check-links.ts'
import { checkNumbers } from './text/check-numbers.ts'
import { checkParts } from './text/check-parts.ts'
import { checkReading } from './text/check-reading.ts'
import { checkReferences } from './text/check-references.ts'
import { forgivingParse } from './text/forgiving-parse.ts'

const TOP = { line: 1, column: 1 }

/**
 * All that can be said of a lesson without running an answer: its frontmatter, text, cards, and the definitions of its
 * exercises. Of a draft's text only what keeps the course from being built.
 *
 * @param covered  the key points of a card that an answer covers, where the matcher is at hand
 */
export async function checkLesson(course: CourseFiles, slug: string, covered?: Coverage): Promise<readonly Finding[]> {
  const { root } = course
  const folder = `content/lessons/${slug}`
  const files = course.lessons.find((it) => it.slug === slug)
  const of =
    (file: string) =>
    (it: Remark): Finding => ({ lesson: slug, file, ...it })
  const problem = (it: CourseProblem): Finding => ({
    lesson: slug,
    file: it.file,
    ...error({ line: it.line, column: it.column ?? 1 }, it.rule ?? 'course', it.message, it.mend ?? 'Mend it here.'),
  })
  if (!files) {
    const mend = `npm run lesson:new -- ${slug} writes one.`
    return [of(folder)(error(TOP, 'missing-file', `there is no lesson ${slug}`, mend))]
  }
  const definitions = await Promise.all(
    files.exercises.map((id) =>
      checkDefinition(root, slug, id, course.module(`lessons/${slug}/exercises/${id}/exercise.ts`)),
    ),
  )
  const inFolder = [...unlisted(files, course), ...twins(files, course), ...figureFaults(root, slug)]
  const { cards, exported, findings: inCards } = cardsOf(files, course, problem)
  if (files.mdx === undefined) {
    const missing = of(`${folder}/lesson.mdx`)(
      error(TOP, 'missing-file', 'the lesson has no lesson.mdx', 'Write it: its frontmatter, then its text.'),
    )
    return [missing, ...inFolder, ...inCards, ...definitions.flatMap((it) => it.findings)]
  }
  const { mdx } = files
  const { frontmatter, problems } = readFrontmatter(mdx, `${folder}/lesson.mdx`)
  const { tree, faults } = forgivingParse(mdx)
  const page: Page = {
    slug,
    root,
    mdx,
    tree,
    frontmatter,
    outline: lessonOutline(mdx, '').outline,
    cards,
    exercises: definitions.flatMap(({ definition }) => (definition ? [lighter(definition)] : [])),
    around: course.around,
  }
  const text = [
    ...faults,
    ...checkFormulas(page),
    ...checkCode(page),
    ...(frontmatter?.draft ? [] : textRemarks(page, faults.length > 0)),
  ]
  return [
    ...problems.map(problem),
    ...[...frontmatterRemarks(page, files, course), ...text].map(of(`${folder}/lesson.mdx`)),
    ...inFolder,
    ...inCards,
    ...(files.cards === undefined ? [] : checkCards(page, files.cards, exported, covered)).map(
      of(`${folder}/cards.ts`),
    ),
    ...definitions.flatMap((it) => it.findings),
  ]
}

const lighter = ({ id, misconceptions }: Definition): Page['exercises'][number] => ({
  id,
  misconceptions: misconceptions.map((it) => it.id),
})

/** Where blocks were left out for their syntax, what seems to be missing may stand in them. */
function textRemarks(page: Page, broken: boolean): readonly Remark[] {
  const whole = broken ? [] : [...checkParts(page), ...checkReading(page)]
  return [...checkComponents(page), ...checkReferences(page), ...checkLinks(page), ...checkNumbers(page), ...whole]
}

function frontmatterRemarks(
  { frontmatter, mdx, slug }: Page,
  { exercises }: LessonFiles,
  { order }: CourseFiles,
): Remark[] {
  if (!frontmatter) return []
  const at = (part: string, field: string) => {
    const from = mdx.indexOf(`\n${field}:`)
    const inside = placeOf(mdx.slice(Math.max(0, from)), part)
    return { line: placeOf(mdx, `\n${field}:`).line + inside.line - 1, column: inside.column }
  }
  const missing = frontmatter.exercises
    .filter((id) => !exercises.includes(id))
    .map((id) =>
      error(
        at(id, 'exercises'),
        'unknown-exercise',
        `there is no folder exercises/${id}`,
        exercises.length > 0 ? `There are ${exercises.join(', ')}.` : 'Write it.',
      ),
    )
  const before = order?.slice(0, Math.max(0, order.indexOf(slug))) ?? []
  const later = frontmatter.buildsOn
    .filter((it) => order?.includes(slug) && !before.includes(it))
    .map((it) =>
      error(
        at(it, 'buildsOn'),
        'builds-on',
        `“${it}” is no earlier lesson of the course`,
        'Name lessons that content/course.ts lists before this one.',
      ),
    )
  return [...missing, ...later]
}

/** Exercises that the frontmatter leaves out, and a lesson that the course leaves out. */
function unlisted({ slug, mdx, exercises }: LessonFiles, { order }: CourseFiles): Finding[] {
  const { frontmatter } = readFrontmatter(mdx ?? '', '')
  if (!frontmatter) return []
  const file = `content/lessons/${slug}/lesson.mdx`
  const found = exercises
    .filter((id) => !frontmatter.exercises.includes(id))
    .map(
      (id): Finding => ({
        lesson: slug,
        file,
        ...error(
          placeOf(mdx ?? '', 'exercises:'),
          'unlisted-exercise',
          `the frontmatter leaves out the exercise “${id}”`,
          `Add it: exercises: [${[...frontmatter.exercises, id].join(', ')}]`,
        ),
      }),
    )
  if (frontmatter.draft || !order || order.includes(slug)) return found
  const mend = `Add '${slug}' to the lessons of a part, or write draft: true in the frontmatter.`
  return [
    ...found,
    {
      lesson: slug,
      file: 'content/course.ts',
      ...error(TOP, 'unlisted-lesson', `no part of the course lists the lesson ${slug}`, mend),
    },
  ]
}

function twins({ slug, exercises }: LessonFiles, { lessons }: CourseFiles): Finding[] {
  return exercises.flatMap((id): Finding[] => {
    const other = lessons.find((it) => it.slug !== slug && it.exercises.includes(id))
    if (!other) return []
    const file = `content/lessons/${slug}/exercises/${id}/exercise.ts`
    return [
      {
        lesson: slug,
        file,
        ...error(
          TOP,
          'twin',
          `the lesson ${other.slug} has an exercise “${id}” too`,
          'Give this one another id and folder: ids are unique in the course.',
        ),
      },
    ]
  })
}

/** Figures and what they compute with: whether they parse. */
function figureFaults(root: string, slug: string): Finding[] {
  const folder = path.join(root, 'content/lessons', slug)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((it) => /\.tsx?$/.test(it) && !it.startsWith('exercises') && it !== 'cards.ts')
    .sort()
    .flatMap((it): Finding[] => {
      const fault = syntaxFault(readFileSync(path.join(folder, it), 'utf8'), it.endsWith('x'))
      if (!fault) return []
      return [
        {
          lesson: slug,
          file: `content/lessons/${slug}/${it}`,
          ...error(
            fault,
            'syntax',
            `this is not TypeScript: ${fault.reason}`,
            'Close the bracket, the tag or the quotation mark of this line.',
          ),
        },
      ]
    })
}

function cardsOf(
  { slug, cards: text }: LessonFiles,
  { root, module }: CourseFiles,
  problem: (it: CourseProblem) => Finding,
) {
  const file = `content/lessons/${slug}/cards.ts`
  if (text === undefined) {
    const missing = {
      file,
      line: 1,
      rule: 'missing-file',
      message: 'the lesson has no cards.ts',
      mend: 'Write it: export default defineCards([…]), with at least five cards.',
    }
    return { cards: [], exported: [], findings: [problem(missing)] }
  }
  const loaded = module(`lessons/${slug}/cards.ts`)
  if (!loaded || 'error' in loaded) {
    const mend = 'Mend it: the lesson shows no cards until it loads.'
    const broken = {
      file: path.relative(root, loaded?.file ?? file),
      ...loaded?.place,
      line: loaded?.place.line ?? 1,
      rule: 'does-not-load',
      message: `it does not load: ${loaded?.error}`,
      mend,
    }
    return { cards: [], exported: [], findings: [problem(broken)] }
  }
  const exported = loaded.exports.default
  const { cards, problems } = readCards(exported, slug, text, file)
  return {
    cards,
    exported: Array.isArray(exported) ? (exported as readonly unknown[]) : [],
    findings: problems.map(problem),
  }
}
