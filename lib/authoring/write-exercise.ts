import { existsSync } from 'node:fs'
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readOutline } from '#lib/course/lesson-outline.ts'
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

/** A lesson has this next to its figure; an exercise that is created alone brings its own. */
const REFERENCE = 'moving-average.ts.tmpl'

/** Adds an exercise to a lesson’s text, as the last one that is built. */
function addToLesson(mdx: string, file: string, id: string): string {
  const { outline } = readOutline(mdx, file)
  const explained = new Set(outline.flatMap((entry) => (entry.kind === 'code-mistake' ? [entry.id] : [])))
  const open = MISCONCEPTIONS.filter((misconception) => !explained.has(misconception))
  const mistakes = open.length === 0 ? '' : `${CODE_MISTAKE.replace('IDS', open.join(' '))}\n\n`
  const exercise = EXERCISE.replace('ID', id)
  const close = '</ExerciseGroup>\n'
  const end = mdx.lastIndexOf(`\n${close}`) + 1
  if (end > 0) {
    const after = end + close.length
    return `${mdx.slice(0, end)}${exercise}\n\n${close}\n${mistakes}${mdx.slice(after).replace(/^\n/, '')}`
  }
  const section = `<ExerciseGroup title="Build it">\n\n${exercise}\n\n${close}\n${mistakes}`
  const rest = mdx.search(/^<(?:FollowUps|Cards)\b/m)
  return rest < 0 ? `${mdx.trimEnd()}\n\n${section.trimEnd()}\n` : mdx.slice(0, rest) + section + mdx.slice(rest)
}

const MISCONCEPTIONS = ['divides-by-window', 'sums-only', 'one-too-many', 'from-the-start', 'looks-ahead']

const CODE_MISTAKE = `<CodeMistake ids="IDS" title="Which values, and how many" symptom="The first outputs are wrong, or all of them">

\`\`\`ts faulty
seen.reduce((sum, value) => sum + value, 0) / window
\`\`\`

\`\`\`ts right
seen.reduce((sum, value) => sum + value, 0) / seen.length
\`\`\`

Output $i$ is the mean of the last $w$ values up to $x_i$, and of fewer at the start. Divide by the number of values that you added.

</CodeMistake>`

const EXERCISE = `<Exercise id="ID">

Write the moving average of a series. Output $i$ is the mean of the last \`window\` values up to \`x[i]\`.

- The result is as long as \`x\`.
- At the start, where there are fewer values, take the mean of the values so far.
- Leave the input as it is.

</Exercise>`
