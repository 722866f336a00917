import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQueryable, Transaction } from '@prisma/driver-adapter-utils'
import { isRead, retryWhileBusy } from './retry-while-busy.ts'
import { toStorageError } from './storage-error.ts'
import { findStorageWatch } from './storage-watch.ts'

/** Runs work on the database. */
type Run = <T>(work: () => Promise<T>) => Promise<T>

/**
 * Wraps an adapter so that it throws a `StorageError` if the database is at fault.
 *
 * With SQLite (`busyTimeoutMs`), writes that find the file locked wait without blocking the event loop, and reads have
 * a connection of their own, so that no write holds them up.
 *
 * @param busyTimeoutMs  how long a statement, or a transaction that begins, waits for another program’s lock
 */
export function guardAdapter(
  factory: SqlDriverAdapterFactory,
  { busyTimeoutMs }: { readonly busyTimeoutMs?: number } = {},
): SqlDriverAdapterFactory {
  const run: Run = (work) => reportFaults(() => work())
  // a request that has timed out once doesn’t wait again
  const getTimeoutMs = () => (findStorageWatch()?.error?.fault === 'busy' ? 0 : (busyTimeoutMs ?? 0))
  const runPatiently: Run = (work) => reportFaults(() => retryWhileBusy(work, { timeoutMs: getTimeoutMs() }))
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const [writer, reader] = await runPatiently(async () => {
        const writer = await factory.connect()
        return [writer, busyTimeoutMs === undefined ? writer : await factory.connect()] as const
      })
      return {
        ...guardQueries(writer, reader, runPatiently),
        ...(writer.getConnectionInfo && { getConnectionInfo: writer.getConnectionInfo.bind(writer) }),
        executeScript: (script) => runPatiently(() => writer.executeScript(script)),
        startTransaction: async (isolationLevel) =>
          guardTransaction(await runPatiently(() => writer.startTransaction(isolationLevel)), run),
        async dispose() {
          await writer.dispose()
          if (reader !== writer) await reader.dispose()
        },
      } satisfies SqlDriverAdapter
    },
  }
}

const guardQueries = (writer: SqlQueryable, reader: SqlQueryable, run: Run): SqlQueryable => ({
  provider: writer.provider,
  adapterName: writer.adapterName,
  queryRaw: (query) => run(() => (isRead(query.sql) ? reader : writer).queryRaw(query)),
  executeRaw: (query) => run(() => writer.executeRaw(query)),
})

const guardTransaction = (tx: Transaction, run: Run): Transaction => ({
  ...guardQueries(tx, tx, run),
  options: tx.options,
  commit: () => run(() => tx.commit()),
  rollback: () => run(() => tx.rollback()),
  ...(tx.createSavepoint && { createSavepoint: tx.createSavepoint.bind(tx) }),
  ...(tx.rollbackToSavepoint && { rollbackToSavepoint: tx.rollbackToSavepoint.bind(tx) }),
  ...(tx.releaseSavepoint && { releaseSavepoint: tx.releaseSavepoint.bind(tx) }),
})

async function reportFaults<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const reported = toStorageError(error)
    if (!reported) throw error
    const watch = findStorageWatch()
    if (watch) watch.error ??= reported
    throw reported
  }
}
