import { diffWordsWithSpace } from 'diff'
import type { ReactNode } from 'react'
import { Label } from '../ui/label.tsx'
import styles from './line-pair.module.css'

interface LinePairProps {
  /** The misconceptions that it shows. */
  readonly ids: readonly string[]
  /** Whether only verdicts show it, and the lesson does not. */
  readonly isHidden?: boolean
  readonly faulty: string
  readonly right: string
}

/** Faulty code and right code side by side, with what differs marked in both. */
export function LinePair({ ids, isHidden = false, faulty, right }: LinePairProps) {
  const changes = diffWordsWithSpace(faulty, right)
  const mark = (kind: 'added' | 'removed') =>
    changes
      .filter((change) => change[kind] || !(change.added || change.removed))
      .map(({ value, ...change }, i) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
        return change[kind] && value.trim() !== '' ? <mark key={i}>{value}</mark> : value
      })
  return (
    <div className={styles.box} data-line-pair={ids.join(' ')} hidden={isHidden}>
      <div className={styles.pair}>
        <div className={styles.faulty}>
          <Label>
            <b aria-hidden="true">✕</b> <span>Faulty</span>
          </Label>
          <Code>{mark('removed')}</Code>
        </div>
        <div className={styles.right}>
          <Label>
            <b aria-hidden="true">✓</b> <span>Right</span>
          </Label>
          <Code>{mark('added')}</Code>
        </div>
      </div>
    </div>
  )
}

const Code = ({ children }: { readonly children: ReactNode }) => <pre translate="no">{children}</pre>
