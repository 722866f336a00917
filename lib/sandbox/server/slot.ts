import type { Problem, Verdict } from '#lib/grading/verdict.ts'
import type { GradeJobInput, Job, PoolWorkerMessage } from './job.ts'
import type { PoolError } from './pool-error.ts'
import type { Requester } from './requester.ts'

/** What the pool needs of a worker thread. */
export interface PoolWorker {
  postMessage(job: Job): void
  on(event: 'message', listen: (word: PoolWorkerMessage) => void): unknown
  on(event: 'error', listen: (error: Error) => void): unknown
  on(event: 'exit', listen: (code: number) => void): unknown
  unref(): void
  terminate(): Promise<unknown>
}

/** Where a job runs. The slow lane has one worker, so slow jobs never occupy the others. */
export type Lane = 'fast' | 'slow'

/** A submission that somebody waits for. */
export interface Task {
  /** Identifies the requester. */
  readonly key: string
  readonly jobInput: GradeJobInput
  readonly requester: Requester
  readonly resolve: (verdict: Verdict) => void
  readonly reject: (error: PoolError) => void
  /** Whether it has run in the fast lane before and was preempted. */
  isSlow: boolean
  /** The problem that ended its worker. The code doesn’t run again; only the verdict has to be written. */
  ended?: Problem
}
/** What a worker is doing. */
export interface Running {
  readonly task: Task
  readonly startedAt: number
  readonly timers: readonly NodeJS.Timeout[]
  readonly compileTimer: NodeJS.Timeout | undefined
  lane: Lane
  /** Whether it has used up its time in the fast lane, so that it moves to the slow lane when that is free. */
  isLate: boolean
  /** Whether it is preempted when others wait and no lane is free. */
  isPreemptible: boolean
}
/** A worker, and what the pool knows of it. */
export interface Slot {
  readonly worker: PoolWorker
  ready: boolean
  /** Whether it was ever ready: a worker that cannot start is not started again at once. */
  started: boolean
  retired: boolean
  /** The number of its latest job; 0 before the first. */
  lastJob: number
  running?: Running | undefined
}
