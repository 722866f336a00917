import { Check as CheckIcon, X } from 'lucide'
import type { Check } from '#lib/grading/verdict.ts'
import { Icon } from '../ui/icon.tsx'

/** The checks by name, failed ones first. */
export function ChecksList({ checks }: { readonly checks: readonly Check[] }) {
  const failedFirst = [...checks].sort((a, b) => Number(a.passed) - Number(b.passed))
  const rows = Math.ceil(checks.length / 2)
  return (
    <ol className="checks" aria-label="Checks" style={{ gridTemplateRows: `repeat(${rows}, auto)` }}>
      {failedFirst.map(({ id, name, passed, message }) => (
        <li key={id} className={passed ? 'passed' : 'failed'}>
          {passed ? <Icon of={CheckIcon} className="" /> : <Icon of={X} className="" />}
          <span>
            {name}
            <span className="vh">{passed ? ' passed' : ' failed'}</span>
          </span>
          <span className="why num">{message}</span>
        </li>
      ))}
    </ol>
  )
}
