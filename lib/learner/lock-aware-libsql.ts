import type { Client, Config, InStatement, Transaction } from '@libsql/client'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { findStorageFault } from './find-storage-fault.ts'
import { isRead, retryWhileBusy } from './retry-while-busy.ts'

/** Takes the write lock and releases it. If the script fails, libSQL leaves nothing of it behind. */
const TRY_LOCK = 'BEGIN IMMEDIATE; ROLLBACK'

/**
 * A SQLite adapter that fails immediately if the file is locked, so that the caller can retry.
 *
 * - SQLite’s own waiting would block the whole process.
 * - A transaction takes the write lock when it begins. If it took the lock later, it could find the file locked, or
 *   changed since its first read, in the middle of its work.
 * - If a statement finds the file locked, libSQL leaves it open. Later writes on that connection would succeed without
 *   being committed, so we replace the connection.
 */
export class LockAwareLibSql extends PrismaLibSql {
  readonly #commitTimeoutMs: number

  /** @param commitTimeoutMs how long a commit waits for readers, which is necessary only without a write-ahead log */
  constructor(config: Config, commitTimeoutMs: number) {
    super({ ...config, timeout: 0 })
    this.#commitTimeoutMs = commitTimeoutMs
  }

  override createClient(config: Config): Client {
    const client = super.createClient(config)
    const [execute, begin] = [client.execute.bind(client), client.transaction.bind(client)]
    let isContended = false
    const attempt = async <T>(work: () => Promise<T>, needsLock: boolean): Promise<T> => {
      // while others hold the lock, test it first, because a failed attempt costs a connection
      if (needsLock && isContended) await client.executeMultiple(TRY_LOCK)
      try {
        const result = await work()
        if (needsLock) isContended = false
        return result
      } catch (error) {
        if (findStorageFault(error) === 'busy') {
          isContended = true
          await client.reconnect()
        }
        throw error
      }
    }
    client.execute = (statement: InStatement) =>
      attempt(() => execute(statement), !isRead(typeof statement === 'string' ? statement : statement.sql))
    client.transaction = async () => this.#undoFailedCommit(await attempt(() => begin('write'), true))
    return client
  }

  /** Rolls back after a failed commit, which would otherwise leave the transaction open and the file locked. */
  #undoFailedCommit(tx: Transaction): Transaction {
    tx.commit = async () => {
      try {
        await retryWhileBusy(() => tx.executeMultiple('COMMIT'), { timeoutMs: this.#commitTimeoutMs })
      } catch (error) {
        if (!tx.closed) await tx.executeMultiple('ROLLBACK')
        throw error
      }
    }
    return tx
  }
}
