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
              In the project’s folder, write{' '}
              <code translate="no">npm run lesson:new -- my-topic --title "My topic"</code>. It makes{' '}
              <code translate="no">content/lessons/my-topic</code>: a small lesson that is whole, on a topic of its own,
              with comments that say what to change. It is entered at the end of{' '}
              <code translate="no">content/course.ts</code>.
            </p>
          </li>
          <li>
            <p>
              Start <code translate="no">npm run dev</code> and open{' '}
              <code translate="no">http://localhost:3000/lessons/my-topic</code>. Whenever you save, the page follows,
              and what is wrong stands in a bar above it: what, where, and what to do. A block that does not compile
              shows its source; the rest of the lesson stands, and so do all other lessons.
            </p>
          </li>
          <li>
            <p>
              Change <code translate="no">lesson.mdx</code> from top to bottom: the head, the answer for the room, why
              it is true, where it stops being true, what goes wrong in code.
            </p>
          </li>
          <li>
            <p>
              Rename the folder in <code translate="no">exercises/</code>, write its new name into{' '}
              <code translate="no">{'<Sandbox exercise>'}</code>, and change its <code translate="no">exercise.ts</code>
              : the signature, the reference, inputs worked by hand, inputs drawn at random, special ones. Then the
              starter, the solution, three right answers in different styles and five wrong ones.
            </p>
          </li>
          <li>
            <p>
              Write five cards in <code translate="no">cards.ts</code>: the question of the lesson first.
            </p>
          </li>
          <li>
            <p>
              <code translate="no">npm run lesson:check -- my-topic</code> says what is missing, until it says nothing.
              Then the lesson is published by the next start.
            </p>
          </li>
        </ol>
      </div>
      <h3>What lesson:new writes</h3>
      <p className="quiet">Each file as it is made for the lesson my-topic. Press a name to read it.</p>
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
