import { CHECK_USAGE } from '#lib/authoring/check-arguments.ts'
import { USAGE as GRADE_USAGE } from '#lib/authoring/grade-arguments.ts'
import { NEW_USAGE } from '#lib/authoring/new-arguments.ts'
import styles from './authors.module.css'

const USAGES = [NEW_USAGE, CHECK_USAGE, GRADE_USAGE]

/** What one types, in the commands’ own words. */
export function Commands() {
  return (
    <>
      <div className="prose">
        <p>
          All commands work in a fresh copy of the project: they first install what is missing. They print problems and
          verdicts to standard output, and progress to standard error.
        </p>
      </div>
      {USAGES.map((usage) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre translate="no" key={usage} className={styles.source} tabIndex={0}>
          {usage}
        </pre>
      ))}
    </>
  )
}
