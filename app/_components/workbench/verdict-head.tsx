import { Check, WifiOff, X } from 'lucide'
import { Icon } from '../ui/icon.tsx'
import styles from './verdict.module.css'

/** ✓ right, ✕ wrong, a quiet mark for what is neither. */
export type VerdictMark = 'ok' | 'wrong' | 'offline' | 'ours'

/** The first line of every verdict: what happened; under it how many checks pass, and who confirmed it. */
export function VerdictHead({ mark, headline, meta }: { mark: VerdictMark; headline: string; meta: string }) {
  return (
    <div className={styles.head}>
      <span className={`${styles.mark} ${MARK_CLASS[mark]}`} aria-hidden="true">
        {mark === 'ok' ? (
          <Icon icon={Check} className="" />
        ) : mark === 'wrong' ? (
          <Icon icon={X} className="" />
        ) : mark === 'offline' ? (
          <Icon icon={WifiOff} className="" />
        ) : (
          '!'
        )}
      </span>
      <h3>{headline}</h3>
      {meta && <p className={`${styles.meta} quiet small num`}>{meta}</p>}
    </div>
  )
}

const MARK_CLASS: Readonly<Record<VerdictMark, string | undefined>> = {
  ok: styles.ok,
  wrong: styles.wrong,
  offline: styles.muted,
  ours: styles.muted,
}
