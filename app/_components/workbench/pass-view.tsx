import { ArrowRight } from 'lucide'
import type { WorkbenchExercise } from '#lib/course/workbench-exercise.ts'
import { describeMemory } from '#lib/grading/memory.ts'
import type { BrowserVerdict, JsonNumber, MemoryUsage, Verdict } from '#lib/grading/verdict.ts'
import { formatNumber } from '../figure/format.ts'
import { Matrix } from '../figure/matrix.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Label } from '../ui/label.tsx'
import { CostGraph } from './cost-view.tsx'
import styles from './pass-view.module.css'
import verdictStyles from './verdict.module.css'
import { VerdictHead } from './verdict-head.tsx'
import { describeRun, headline } from './verdict-text.ts'
import type { GradedRun, ServerStatus } from './workbench-state.ts'

interface PassViewProps {
  readonly run: GradedRun
  readonly next: WorkbenchExercise['next']
}

/** A passing verdict: the learner's own weights, one sentence, what came of the last mistake, and where to go. */
export function PassView({ run, next }: PassViewProps) {
  const { verdict, serverStatus, previousLog } = run
  const isUnconfirmed = headline(run) !== verdict.headline
  const weights = findOwnWeights(verdict)
  return (
    <>
      <div className={weights ? styles.hero : undefined}>
        {weights && (
          <div className={styles.triangle} aria-hidden="true">
            <Matrix label="Your weights" rows={weights} scale="weights" />
          </div>
        )}
        <VerdictHead mark={isUnconfirmed ? 'offline' : 'ok'} headline={headline(run)} meta={describeRun(run)} />
      </div>
      {isUnconfirmed && serverStatus.kind !== 'refused' && (
        <p className={verdictStyles.misconception}>
          All {verdict.checks.length} checks pass in your browser. {describeWait(serverStatus)} Only the server’s
          verdict counts toward your progress.
        </p>
      )}
      {previousLog.mistake && (
        <p className={verdictStyles.misconception}>
          Run {previousLog.mistake.run} showed “{previousLog.mistake.headline}”. This run didn’t.
        </p>
      )}
      {next && (
        <div className={styles.next}>
          <div>
            <Label>Next</Label>
            <p className={styles.title}>{next.title}</p>
          </div>
          <Button variant="primary" href={next.href}>
            {next.label} <Icon icon={ArrowRight} />
          </Button>
        </div>
      )}
      {verdict.cost && <CostGraph cost={verdict.cost} />}
      {verdict.memory && <MemorySummary memory={verdict.memory} />}
      <Strength verdict={verdict} />
    </>
  )
}

/** Describes what happens to a passing answer that the server hasn’t confirmed. */
function describeWait(serverStatus: ServerStatus): string {
  if (serverStatus.kind === 'busy') return 'The server couldn’t grade your code yet. We’ll retry automatically.'
  if (serverStatus.kind !== 'offline') return ''
  const condition = serverStatus.isOnline ? 'when the server responds' : 'when you’re online again'
  return serverStatus.isStored
    ? `Your code is saved on this device. We’ll submit it ${condition}.`
    : `Keep this tab open: we’ll submit your code ${condition}.`
}

function MemorySummary({ memory }: { readonly memory: MemoryUsage }) {
  return (
    <>
      <p className="quiet">{describeMemory(memory)}</p>
      {memory.remark && <p>{memory.remark}</p>}
    </>
  )
}

function Strength({ verdict }: { readonly verdict: Verdict }) {
  const { worked, random, special } = verdict.inputs
  return (
    <section className={styles.strength}>
      <h4 className="h-ui">What your code was tested on</h4>
      <table className="plain-table">
        <tbody>
          <tr>
            <th scope="row">{worked + random + special} inputs</th>
            <td>
              {worked} by hand, {random} random from a seed of your own, {special} edge cases
            </td>
          </tr>
          <tr>
            <th scope="row">{verdict.checks.length} checks</th>
            <td>{verdict.checks.map(({ name }) => name).join(', ')}</td>
          </tr>
          <tr>
            <th scope="row">{formatNumber(verdict.work)} steps</th>
            <td>counted: one per loop iteration and per call to a function you wrote</td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

const MAX_PLOTTED_SIZES = 6

/** The weights that the learner's code computed on the example that was traced, if they fit. */
function findOwnWeights({ counterexample, traces }: BrowserVerdict): readonly (readonly JsonNumber[])[] | undefined {
  const step = counterexample?.steps.findLast(({ scale, yours }) => scale === 'weights' && yours)
  const rows = step?.yours ?? traces.findLast(({ scale }) => scale === 'weights')?.rows
  return rows && rows.length <= MAX_PLOTTED_SIZES && rows.every((row) => row.length <= MAX_PLOTTED_SIZES)
    ? rows
    : undefined
}
