import 'server-only'
import { hashPassword as hash, verifyPassword as verify } from 'better-auth/crypto'

/** Hashes computed in parallel. Each keeps a core busy for 0.1 s, so more would slow down everyone else. */
const MAX_AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/** Hashes a new password with scrypt. Waits while `MAX_AT_ONCE` others are being hashed. */
export const hashPassword = (password: string): Promise<string> => runInTurn(() => hash(password))

/** Whether a password matches a hash. Waits while `MAX_AT_ONCE` others are being hashed. */
export const verifyPassword = (pair: { readonly hash: string; readonly password: string }): Promise<boolean> =>
  runInTurn(() => verify(pair))

async function runInTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
