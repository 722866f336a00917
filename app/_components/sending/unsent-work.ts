import { getBrowserStorage } from '#lib/client/browser-storage.ts'
import { createDeviceStore } from '#lib/client/device-store.ts'
import {
  applyEdit,
  type Draft,
  type DraftRecord,
  DraftRecordSchema,
  EMPTY_RECORD,
  isUnsent,
  joinServer,
} from '#lib/client/draft.ts'
import { deleteHeldEdits, listHeldEdits, listHeldExercises, releaseEdits } from '#lib/client/held-edits.ts'
import type { LearnerId } from '#lib/client/learner.ts'
import { deleteLearner, openLearner } from '#lib/client/open-learner.ts'
import { randomId } from '#lib/client/random-id.ts'
import { forgetOpened } from '../ui/opened-lessons.ts'
import { attemptStore } from '../workbench/attempt-store.ts'
import { fetchDrafts } from '../workbench/course-api.ts'
import { sendOthers, sendUnsent } from '../workbench/draft-sync.ts'
import { isSubmission, submissionQueues } from '../workbench/submission-queue.ts'
import { actionQueues } from './action-queue.ts'
import { sendInterviewDraft } from './interview-api.ts'
import { interviewStore } from './interview-store.ts'
import { planQueues } from './plan-queue.ts'
import { reviewQueues } from './review-queue.ts'

/** How much of a learner’s work is only on this device. */
export interface UnsentWork {
  readonly answers: number
  /** Solutions that the learner has looked at. */
  readonly solutionViews: number
  readonly ratings: number
  readonly drafts: number
  /** Answers in mock interviews. */
  readonly interviewAnswers: number
  /** Changes of the review plan. */
  readonly plans: number
  /** Unfinished timed rounds, which are sent only at their end. */
  readonly rounds: number
}

/** How long signing out waits for a server that doesn’t answer. */
const SEND_TIMEOUT_MS = 8000

/** Starts sending the waiting work of this page’s learner. */
export async function resumeSending(): Promise<void> {
  const learner = await openLearner()
  for (const queues of [submissionQueues, reviewQueues, planQueues, actionQueues]) void queues.get(learner).flushNow()
}

/** Tries to send everything of this page's learner, and counts what is left. */
export async function sendUnsentWork(): Promise<UnsentWork> {
  const learner = await openLearner()
  const timeout = new Promise<void>((resolve) => setTimeout(resolve, SEND_TIMEOUT_MS))
  const submissions = submissionQueues.get(learner)
  const [reviews, plans, actions] = [reviewQueues.get(learner), planQueues.get(learner), actionQueues.get(learner)]
  const [drafts, interviewDrafts] = await Promise.all([
    sendDrafts(learner, timeout),
    sendInterviewDrafts(timeout),
    Promise.race([timeout, Promise.all([submissions, reviews, plans, actions].map((queue) => queue.flushNow()))]),
  ])
  const exerciseWork = await submissions.list()
  const answers = exerciseWork.filter(({ payload }) => isSubmission(payload)).length
  return {
    answers,
    solutionViews: exerciseWork.length - answers,
    ratings: (await reviews.list()).length,
    drafts,
    interviewAnswers: (await actions.list()).length + interviewDrafts,
    plans: (await plans.list()).length,
    rounds: await countRounds(),
  }
}

/** Whether everything is on the server. */
export const isAllSent = (work: UnsentWork): boolean => Object.values(work).every((count) => count === 0)

/**
 * Deletes what this device keeps of a learner who has signed out.
 *
 * @param keepsUnsent  leaves what the server doesn't have, for when the learner signs in here again
 */
export async function clearDevice(learner: LearnerId, { keepsUnsent }: { readonly keepsUnsent: boolean }) {
  const storage = getBrowserStorage()
  await storeHeldEdits(learner)
  const isKept = async (key: string): Promise<boolean> => {
    if (!keepsUnsent) return false
    const [, collection, ...name] = key.split('/')
    if (collection !== 'drafts') return collection !== 'run-logs'
    const record = DraftRecordSchema.safeParse(await storage.read(key)).data
    if (!record) return false
    return isTimed(name.join('/')) || isUnsent(record) || record.others.length > 0
  }
  await deleteLearner(storage, learner, isKept)
  deleteHeldEdits(learner)
  if (!keepsUnsent) forgetOpened(learner)
}

/** Texts of timed rounds have names such as `drill:softmax:0`. The server gets them at the end of the round. */
const isTimed = (name: string): boolean => name.includes(':')

/** Sends drafts that the server doesn't have. Returns how many it still doesn't have. */
async function sendDrafts(learner: LearnerId, timeout: Promise<void>): Promise<number> {
  await storeHeldEdits(learner)
  const store = createDeviceStore<DraftRecord>('drafts', DraftRecordSchema, learner)
  let unsent = 0
  for (const exercise of await store.listNames()) {
    const record = await store.read(exercise)
    if (!record || isTimed(exercise) || !(isUnsent(record) || record.others.length > 0)) continue
    const sending = joinAndSendDraft(exercise, learner, async (change) => {
      await store.change(exercise, (stored) => change(stored ?? EMPTY_RECORD))
    })
    const isSent = await Promise.race([sending, timeout.then(() => false)])
    if (!isSent) unsent++
  }
  return unsent
}

type ChangeRecord = (change: (record: DraftRecord) => DraftRecord) => Promise<void>

async function joinAndSendDraft(exercise: string, learner: LearnerId, change: ChangeRecord): Promise<boolean> {
  const starter = '' // keep whatever was written, even the starter code
  const server = await fetchDrafts(exercise, learner)
  if (server.kind !== 'ok') return false
  const revision = randomId()
  const keptSources = new Set(server.value.kept.map(({ source }) => source))
  let others: readonly Draft[] = []
  await change((record) => {
    const joined = joinServer(record, server.value, revision, starter)
    others = joined.others
    return joined
  })
  if ((await sendUnsent({ learner, exercise, starter }, change)) !== undefined) return false
  return (await sendOthers({ learner, exercise }, others, keptSources)) === undefined
}

/** Stores edits in the drafts that were still held when a tab closed. */
async function storeHeldEdits(learner: LearnerId): Promise<void> {
  const store = createDeviceStore<DraftRecord>('drafts', DraftRecordSchema, learner)
  for (const exercise of listHeldExercises(learner)) {
    const edits = listHeldEdits({ learner, exercise })
    const storage = await store.change(exercise, (stored = EMPTY_RECORD) =>
      edits.reduce((record, edit) => applyEdit(record, edit, ''), stored),
    )
    if (storage !== 'memory') releaseEdits({ learner, exercise }, edits)
  }
}

async function sendInterviewDrafts(timeout: Promise<void>): Promise<number> {
  let unsent = 0
  for (const id of await interviewStore.listNames()) {
    const draft = (await interviewStore.read(id))?.draft
    if (!draft?.text) continue
    const result = await Promise.race([sendInterviewDraft(id, draft), timeout])
    if (result?.kind !== 'ok' && result?.kind !== 'refused') unsent++
  }
  return unsent
}

async function countRounds(): Promise<number> {
  const attempts = await Promise.all((await attemptStore.listNames()).map((name) => attemptStore.read(name)))
  return attempts.filter((attempt) => attempt && !attempt.result && attempt.elapsed > 0).length
}
