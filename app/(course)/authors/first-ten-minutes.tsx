import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import styles from './authors.module.css'

/** The way from an idea to a lesson that is whole. */
export function FirstTenMinutes() {
  return (
    <>
      <div className="prose">
        <ol>
          <li>
            <p>
              In the project’s folder, run <code translate="no">npm run lesson:new -- my-topic --title "My topic"</code>
              . It creates <code translate="no">content/lessons/my-topic</code>: a small, complete lesson with comments
              that say what to change. It also adds the lesson to the end of{' '}
              <code translate="no">content/course.ts</code>.
            </p>
          </li>
          <li>
            <p>
              Start <code translate="no">npm run dev</code> and open{' '}
              <code translate="no">http://localhost:3000/lessons/my-topic</code>. Whenever you save, the page updates,
              and a bar above it lists each problem: what it is, where it is, and how to fix it. A block that doesn’t
              compile shows its source; the rest of the lesson and all other lessons still work.
            </p>
          </li>
          <li>
            <p>
              Change <code translate="no">lesson.mdx</code> from top to bottom: the frontmatter, the short answer, the
              reasons, where it’s used, common mistakes, the task, and mistakes in code.
            </p>
          </li>
          <li>
            <p>
              Rename the folder in <code translate="no">exercises/</code>, write its new name into{' '}
              <code translate="no">{'<Exercise id>'}</code>, and change its <code translate="no">exercise.ts</code>: the
              signature, the reference, examples, random inputs, edge cases. Then change the starter, the solution,
              three right answers in different styles and five wrong ones.
            </p>
          </li>
          <li>
            <p>
              Write five cards in <code translate="no">cards.ts</code>: the lesson’s question first.
            </p>
          </li>
          <li>
            <p>
              <code translate="no">npm run lesson:check -- my-topic</code> lists what is missing. When it lists nothing,
              the next start publishes the lesson.
            </p>
          </li>
        </ol>
      </div>
      <h3>What lesson:new writes</h3>
      <p className="quiet">The files of the lesson my-topic. Select a name to read one.</p>
      <WrittenFiles />
    </>
  )
}

/** What `lesson:new` writes, file by file: a lesson that is whole, with comments that say what to change. */
function WrittenFiles() {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/authoring/template')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tmpl'))
    .sort()
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file}>
          <details>
            <summary>
              <code translate="no">{toFileName(file)}</code>
            </summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <pre translate="no" className={styles.source} tabIndex={0}>
              {filled(readFileSync(path.join(folder, file), 'utf8'))}
            </pre>
          </details>
        </li>
      ))}
    </ul>
  )
}

const toFileName = (file: string): string =>
  file
    .replaceAll(path.sep, '/')
    .replace(/^exercise\//, 'exercises/my-topic/')
    .replace(/\.tmpl$/, '')

/** As it is written for a lesson of that name. */
const filled = (text: string): string =>
  text
    .trimEnd()
    .replaceAll('__SLUG__', 'my-topic')
    .replaceAll('__TITLE__', '"My topic"')
    .replaceAll('__QUESTION__', '"How would you explain this: My topic?"')
    .replaceAll('__EXERCISE__', 'my-topic')
    .replaceAll('__NAME__', 'myTopic')
