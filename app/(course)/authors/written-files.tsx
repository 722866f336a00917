import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import styles from './authors.module.css'

/** What `lesson:new` writes, file by file: a complete lesson, with comments that say what to change. */
export function WrittenFiles() {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/authoring/template')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tmpl'))
    .sort()
  return (
    <>
      <p className="quiet">The files of the lesson my-topic. Select a name to read one.</p>
      <ul className={`ruled ${styles.files}`}>
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
    </>
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
