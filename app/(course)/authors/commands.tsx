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
          All of them work on a fresh copy of the project: what is missing is installed first. Findings and verdicts go
          to the standard output, progress does not.
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
