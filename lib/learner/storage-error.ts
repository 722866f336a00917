import { findStorageFault, type StorageFault } from './find-storage-fault.ts'

export type { StorageFault }

/** Thrown if the database could not do its work. A later attempt may succeed. */
export class StorageError extends Error {
  readonly fault: StorageFault
  constructor(fault: StorageFault, cause: unknown) {
    super(describeCause(cause), { cause })
    this.name = 'StorageError'
    this.fault = fault
  }
}

/** Whether an error is a StorageError. By its name, because Next bundles the class into several routes. */
export const isStorageError = (error: unknown): error is StorageError =>
  error instanceof Error && error.name === 'StorageError' && 'fault' in error

/** Converts an error of the driver or of Prisma’s adapter; undefined if the database is not to blame. */
export function toStorageError(error: unknown): StorageError | undefined {
  const fault = findStorageFault(error)
  return fault && new StorageError(fault, error)
}

/** The driver's own words, for the log. */
function describeCause(error: unknown): string {
  const { cause, message } = Object(error) as { readonly cause?: unknown; readonly message?: unknown }
  const { originalMessage, kind, reason } = Object(cause) as Readonly<Record<string, unknown>>
  return (
    [originalMessage, message, reason, kind].map((part) => `${part ?? ''}`.trim()).find((part) => part !== '') ?? ''
  )
}
