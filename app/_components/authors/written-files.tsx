import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** What `lesson:new` writes, file by file: a lesson that is whole, with comments that say what to change. */
export function WrittenFiles() {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/authoring/template')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((it) => it.endsWith('.tmpl'))
    .sort()
  return (
    <ul className="written-files">
      {files.map((file) => (
        <li key={file}>
          <details>
            <summary>
              <code translate="no">{nameOf(file)}</code>
            </summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <pre translate="no" className="sample-source" tabIndex={0}>
              {filled(readFileSync(path.join(folder, file), 'utf8'))}
            </pre>
          </details>
        </li>
      ))}
    </ul>
  )
}

const nameOf = (file: string): string =>
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
