import type { Client, Config, InStatement, Transaction } from '@libsql/client'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { findStorageFault } from './find-storage-fault.ts'
import { isRead } from './is-read.ts'
import { retryWhileBusy } from './retry-while-busy.ts'

/** Takes the write lock and gives it back. libSQL runs a script so that nothing of it stays where it fails. */
const TRY_LOCK = 'BEGIN IMMEDIATE; ROLLBACK'

/**
 * SQLite that fails at once where the file is locked, and can be asked again.
 *
 * - SQLite’s own waiting would block the whole process.
 * - A transaction takes the write lock when it begins. One that took it later could find the file locked, or changed since
 *   it read, in the middle of its work.
 * - libSQL leaves a statement that found the file locked running. Later writes on that connection would succeed without
 *   being committed, so it is replaced.
 */
export class LockAwareLibSql extends PrismaLibSql {
  readonly #commitTimeoutMs: number

  /** @param commitTimeoutMs  how long a commit waits for those who read, which it does without a write-ahead log alone */
  constructor(config: Config, commitTimeoutMs: number) {
    super({ ...config, timeout: 0 })
    this.#commitTimeoutMs = commitTimeoutMs
  }

  override createClient(config: Config): Client {
    const client = super.createClient(config)
    const [execute, begin] = [client.execute.bind(client), client.transaction.bind(client)]
    let isContended = false
    const attempt = async <T>(work: () => Promise<T>, needsLock: boolean): Promise<T> => {
      // while others hold the lock, a connection need not be spent on every attempt
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

  /** A commit that fails must not leave the transaction open, and the file locked. */
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
