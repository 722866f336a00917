import { capital } from '#app/_components/ui/spell-number.ts'
import type { ShownFinding } from '#lib/contract/authors.ts'
import styles from './findings.module.css'

/** One finding: what is wrong, what to do, and where. */
export function FindingItem({ finding, number }: { readonly finding: ShownFinding; readonly number: number }) {
  const { level, message, fix, file, line, column } = finding
  return (
    <article className={styles.finding} id={findingId(number)}>
      <a
        className={level === 'warning' ? `${styles.tag} ${styles.warning}` : styles.tag}
        href={`#${pinId(number)}`}
        aria-label={`Position of problem ${number}`}
      >
        {number}
      </a>
      <p className={styles.what}>
        {capital(message)}
        <span className="vh">{level === 'warning' ? ' (warning)' : ' (error)'}</span>
      </p>
      <p className={styles.fix}>{fix}</p>
      <p className={styles.where}>{`${file.replace(/^content\/lessons\//, '')}:${line}:${column}`}</p>
    </article>
  )
}

export const findingId = (number: number): string => `finding-${number}`
/** Where the finding's number stands in the lesson. */
export const pinId = (number: number): string => `pin-${number}`
