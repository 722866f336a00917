'use client'

import { Button } from '#app/_components/figure/button.ts'
import { formatNumber, formatPercent } from '#app/_components/figure/format.ts'
import { LinePlot } from '#app/_components/figure/line-plot.tsx'
import { Readout } from '#app/_components/figure/readout.tsx'
import type { KeptHeads } from '#lib/attention/language-model.ts'
import { FULL_LOSS, findNextHead, type HeadPlace, LOSS_IN_ORDER } from './pruning.ts'
import styles from './trained-heads.module.css'
import type { LossState } from './use-trained-heads.ts'

interface HeldBackProps {
  readonly keep: KeptHeads
  readonly loss: LossState
  readonly isReady: boolean
  readonly onSwitchOff: (place: HeadPlace) => void
  readonly onAllOn: () => void
}

const countOff = (keep: KeptHeads): number => keep.flat().filter((isOn) => !isOn).length
const IN_ORDER = [FULL_LOSS, ...LOSS_IN_ORDER].map((loss, count) => [count, loss] as const)

/** Heads off against the loss on held-back text: the order least missed first, and what the reader switched off. */
export function HeldBack({ keep, loss, isReady, onSwitchOff, onAllOn }: HeldBackProps) {
  const next = findNextHead(keep)
  const isMeasured = loss.loss !== undefined && loss.keep !== undefined
  return (
    <div className={styles.heldBack}>
      <h3>
        Loss with heads off <span>· 32 windows of 128 characters that training never saw</span>
      </h3>
      <div className={styles.buttons}>
        <Button aria-disabled={!isReady || !next} onClick={() => isReady && next && onSwitchOff(next)}>
          {next ? `Switch off the least missed: layer ${next.layer}, head ${next.head}` : 'All heads are off'}
        </Button>
        <Button aria-disabled={!isReady} onClick={() => isReady && onAllOn()}>
          All on
        </Button>
      </div>
      <div className={styles.plot}>
        <LinePlot
          series={[
            { name: 'least missed first', points: IN_ORDER, tone: 'quiet' },
            ...(isMeasured && loss.keep && loss.loss !== undefined
              ? [{ name: 'yours', points: [[countOff(loss.keep), loss.loss] as const] }]
              : []),
          ]}
          xLabel="heads off"
          yLabel="nats per character"
          formatY={(y) => formatNumber(y, 2)}
        />
      </div>
      <p className={styles.measuring}>
        <progress value={loss.share ?? 1} aria-label="Measuring the loss" hidden={loss.share === undefined} />
        {loss.share === undefined ? ' ' : `Measuring, ${formatPercent(loss.share)}`}
      </p>
      <div className={styles.result}>
        <Readout>{describeLoss(loss)}</Readout>
      </div>
    </div>
  )
}

function describeLoss({ loss, keep }: LossState): string {
  if (loss === undefined || !keep)
    return `With all 32 heads on, the loss is ${formatNumber(FULL_LOSS, 2, true)} nats per character. The line was measured with this model.`
  const off = countOff(keep)
  const value = `${formatNumber(loss, 4, true)} nats per character`
  if (off === 0) return `All 32 heads are on: ${value}.`
  const more = loss - FULL_LOSS
  const factor = formatNumber(Math.exp(more), 2, true)
  return `${off} of 32 heads off: ${value}, ${formatNumber(Math.abs(more), 4, true)} ${more < 0 ? 'less' : 'more'} than with all on. The perplexity changes by a factor of ${factor}.`
}
