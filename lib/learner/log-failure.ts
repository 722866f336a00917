import 'server-only'
import { logStorageFault } from '#lib/log/storage-log.ts'
import { isStorageError } from './storage-error.ts'

/**
 * Logs a failure that the learner doesn’t notice: as one line if the database is at fault, otherwise with the stack.
 *
 * @param sentence  what could not be done
 */
export function logFailure(sentence: string, error: unknown): void {
  if (isStorageError(error)) logStorageFault(error.fault, error.message)
  else console.error(sentence, error)
}
