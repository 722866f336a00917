import { existsSync } from 'node:fs'
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { lessonOutline } from '#lib/course/lesson-outline.ts'
import { readSource } from '#lib/course/read-source.ts'
import { UsageError } from './grade-arguments.ts'
import { fillBlanks, listFiles, TEMPLATE, toFunctionName } from './write-lesson.ts'

/** Which exercise is written. */
export interface NewExercise {
  /** A lesson that there is. */
  readonly lesson: string
  /** Its folder’s name, free in the course. */
  readonly id: string
}

/**
 * Writes an exercise from the template into a lesson, and puts it into the text: all of it or nothing.
 *
 * @param root  the project’s folder
 * @returns the files that were written or changed, from the root
 * @throws UsageError where the id can’t be the name of a function
 */
export async function writeExercise(root: string, { lesson, id }: NewExercise): Promise<readonly string[]> {
  const lessonFile = `content/lessons/${lesson}/lesson.mdx`
  const name = toFunctionName(id)
  if (name === undefined) throw new UsageError(`“${id}” can’t be the name of a function: choose another one`)
  const text = addToLesson(await readSource(path.join(root, lessonFile)), lessonFile, id)
  const exercises = path.join(root, 'content/lessons', lesson, 'exercises')
  const folder = path.join(exercises, id)
  // under a name that no exercise has, so that nobody who watches the folder sees half of it
  const draft = path.join(root, 'content', `.${lesson}.${id}.new`)
  await rm(draft, { recursive: true, force: true })
  await cp(path.join(TEMPLATE, 'exercise'), draft, { recursive: true })
  await cp(path.join(TEMPLATE, REFERENCE), path.join(draft, REFERENCE))
  await fillBlanks(draft, { __EXERCISE__: id, __NAME__: name })
  for (const file of ['exercise.ts', 'misconceptions.ts']) {
    const code = await readSource(path.join(draft, file))
    await writeFile(path.join(draft, file), code.replace("'../../moving-average.ts'", "'./moving-average.ts'"))
  }
  if (existsSync(folder)) throw new Error(`${folder} was created in the meantime`)
  await mkdir(exercises, { recursive: true })
  await rename(draft, folder)
  await writeFile(path.join(root, lessonFile), text)
  const files = (await listFiles(folder)).map((file) => `content/lessons/${lesson}/exercises/${id}/${file}`)
  return [...files, lessonFile]
}

/** A lesson has this beside its figure; an exercise that is written alone brings its own. */
const REFERENCE = 'moving-average.ts.tmpl'

/** Adds an exercise to a lesson’s text, as the last one that is built. */
function addToLesson(mdx: string, file: string, id: string): string {
  const { outline } = lessonOutline(mdx, file)
  const explained = new Set(outline.flatMap((entry) => (entry.kind === 'explains' ? [entry.id] : [])))
  const open = MISCONCEPTIONS.filter((misconception) => !explained.has(misconception))
  const explains = open.length === 0 ? '' : `${EXPLAINS.replace('IDS', open.join(' '))}\n\n`
  const sandbox = SANDBOX.replace('ID', id)
  const build = mdx.lastIndexOf('\n</Build>')
  const start = mdx.lastIndexOf('\n<Build', build)
  if (build >= 0 && start >= 0)
    return `${mdx.slice(0, start + 1)}${explains}${mdx.slice(start + 1, build)}\n${sandbox}\n${mdx.slice(build)}`
  const section = `${explains}<Build title="Build it">\n\n${sandbox}\n\n</Build>\n\n`
  const end = mdx.search(/^<(?:Say|Cards)\b/m)
  return end < 0 ? `${mdx.trimEnd()}\n\n${section.trimEnd()}\n` : mdx.slice(0, end) + section + mdx.slice(end)
}

const MISCONCEPTIONS = ['divides-by-window', 'sums-only', 'one-too-many', 'from-the-start', 'looks-ahead']

const EXPLAINS = `<Explains id="IDS" title="Which values, and how many">

Output $i$ is the mean of the last $w$ values up to $x_i$, and of fewer at the start. Divide by the number of values that you added.

</Explains>`

const SANDBOX = `<Sandbox exercise="ID">

Write the moving average of a series. Output $i$ is the mean of the last \`window\` values up to \`x[i]\`.

- The result is as long as \`x\`.
- At the start, where there are fewer values, take the mean of those that there are.
- Leave the input as it is.

</Sandbox>`
