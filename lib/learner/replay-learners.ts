import 'server-only'
import { parseArgs } from 'node:util'
import {
  checkItemStates,
  type ItemStateDifference,
  type ItemStateReport,
  repairItemStates,
} from './check-item-states.ts'
import type { Database } from './database.ts'
import { LearnerNotFoundError } from './learner.ts'

export const USAGE = `Usage: npm run --silent learner:replay [-- LEARNER…|--all] [--fix]
Replays review logs and compares the result with the stored state of each item, field by field.
  LEARNER an id or an e-mail address. Without one, or with --all: everyone who has reviewed
  --fix  recomputes states that differ or are not stored yet
Exit codes: 0 no differences, or all fixed; 1 differences; 2 usage error.`

/** The environment of the command, which tests replace. */
export interface ReplayLearnersContext {
  readonly database: () => Promise<Database>
  /** A result, for stdout. */
  readonly print: (line: string) => void
  /** A usage error, for stderr. */
  readonly printError: (line: string) => void
  readonly now: () => Date
}

class UsageError extends Error {}

/** `learner:replay`: returns the exit code that `USAGE` describes. */
export async function replayLearners(args: readonly string[], context: ReplayLearnersContext): Promise<0 | 1 | 2> {
  try {
    const { names, fix, help } = readArguments(args)
    if (help) {
      context.print(USAGE)
      return 0
    }
    const db = await context.database()
    const learners = await findLearners(db, names)
    let remaining = 0
    for (const learner of learners) remaining += await replayLearner(db, learner, fix, context)
    context.print(
      `${formatCount(learners.length, 'learner')}, ${remaining === 0 ? 'no differences' : `${remaining} with differences`}`,
    )
    return remaining === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    context.printError(`${error.message}\n\n${USAGE}`)
    return 2
  }
}

function readArguments(args: readonly string[]) {
  const options = { all: { type: 'boolean' }, fix: { type: 'boolean' }, help: { type: 'boolean' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (values.all && positionals.length > 0) throw new Error('give either LEARNER or --all')
    return { names: positionals, fix: values.fix ?? false, help: values.help ?? false }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

interface Learner {
  readonly id: string
  readonly email: string
  readonly isAnonymous: boolean | null
}

async function findLearners(db: Database, names: readonly string[]): Promise<Learner[]> {
  const select = { id: true, email: true, isAnonymous: true }
  if (names.length === 0)
    return db.user.findMany({
      where: { OR: [{ reviews: { some: {} } }, { reviewActions: { some: {} } }, { itemStates: { some: {} } }] },
      orderBy: { createdAt: 'asc' },
      select,
    })
  const learners = await Promise.all(
    names.map(async (name) => {
      const learner = await db.user.findFirst({ where: { OR: [{ id: name }, { email: name.toLowerCase() }] }, select })
      if (!learner) throw new UsageError(`no learner has the id or e-mail address “${name}”`)
      return learner
    }),
  )
  return learners
}

/** @returns 1 if differences remain, else 0 */
async function replayLearner(
  db: Database,
  learner: Learner,
  fix: boolean,
  context: ReplayLearnersContext,
): Promise<0 | 1> {
  const { id, email, isAnonymous } = learner
  const name = isAnonymous ? `guest ${id}` : `${email} (${id})`
  try {
    const report = await checkItemStates(db, id, context.now())
    context.print(`${name}: ${describeReport(report)}`)
    for (const line of describeDifferences(report.differences)) context.print(line)
    if (!fix || (report.differences.length === 0 && report.pending.length === 0))
      return report.differences.length > 0 ? 1 : 0
    const rows = await repairItemStates(db, id, report, context.now())
    const { differences } = await checkItemStates(db, id, context.now())
    context.print(
      `  ${formatCount(rows, 'item')} recomputed${differences.length > 0 ? ', but the differences remain' : ''}`,
    )
    return differences.length > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof LearnerNotFoundError)) throw error
    context.print(`${name}: skipped, because an account took over this guest’s work in the meantime`)
    return 0
  }
}

function describeReport({ entries, items, pending, differences }: ItemStateReport): string {
  const differing = new Set(differences.map(({ itemId }) => itemId)).size
  return [
    `${formatCount(entries, 'log entry', 'log entries')} about ${formatCount(items, 'item')}`,
    differing > 0 ? `differences in ${formatCount(differing, 'item')}` : 'no differences',
    ...(pending.length > 0
      ? [`${formatCount(pending.length, 'item')} not stored yet (the next visit stores them)`]
      : []),
  ].join(', ')
}

const MAX_LINES = 50

const describeDifferences = (differences: readonly ItemStateDifference[]): string[] => [
  ...differences
    .slice(0, MAX_LINES)
    .map(
      ({ itemId, field, stored, replayed }) =>
        `  ${itemId}  ${field}: stored ${formatValue(stored)}, replayed ${formatValue(replayed)}`,
    ),
  ...(differences.length > MAX_LINES ? [`  … and ${differences.length - MAX_LINES} more`] : []),
]

const formatCount = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
const formatValue = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))
