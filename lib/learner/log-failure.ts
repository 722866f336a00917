import 'server-only'
import { logStorageFault } from '#lib/log/storage-log.ts'
import { isStorageError } from './storage-error.ts'

/**
 * Tells the operator that something went wrong which the learner can do without: in a line where the database is at fault,
 * with its stack where we are.
 *
 * @param sentence  what could not be done
 */
export function logFailure(sentence: string, error: unknown): void {
  if (isStorageError(error)) logStorageFault(error.fault, error.message)
  else console.error(sentence, error)
}
