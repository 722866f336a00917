import { createDeviceStore } from '#lib/client/device-store.ts'
import { DraftRecordSchema } from '#lib/client/draft.ts'
import type { Script } from '#lib/grading/script.ts'
import type { ActualValue } from '#lib/grading/value.ts'
import { getCourseGrader } from './grader.ts'

/**
 * Runs scripts on the learner's code as it is on this device, in the sandboxed frame.
 *
 * @returns what the steps of each script returned; undefined if there is no code or it couldn't run
 */
export async function runLearnerCode(
  exercise: string,
  scripts: readonly Script[],
): Promise<readonly (readonly ActualValue[])[] | undefined> {
  const record = await createDeviceStore('drafts', DraftRecordSchema).read(exercise)
  if (!record?.current) return undefined
  return getCourseGrader().call(record.current.source, scripts)
}
