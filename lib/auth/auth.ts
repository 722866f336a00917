import 'server-only'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { anonymous } from 'better-auth/plugins'
import { type Database, database, isUniqueViolation } from '#lib/learner/database.ts'
import { findStorageWatch } from '#lib/learner/storage-watch.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password-strength.ts'
import { listOwnOrigins } from './same-origin.ts'
import { computeSessionEnd, GUEST_SESSION_MS, readSessionLifetime } from './session-lifetime.ts'

/**
 * Creates better-auth on a database, with guests and with accounts that have an e-mail address and a password. The
 * result also carries the database, the environment and the session lifetime.
 *
 * @throws Error if a setting in the environment is invalid
 */
export function makeAuth(db: Database, env: Readonly<Record<string, string | undefined>>) {
  const lifetime = readSessionLifetime(env)
  const auth = betterAuth({
    baseURL: env.BETTER_AUTH_URL,
    trustedOrigins: (request) => listOwnOrigins(request?.headers, env),
    secret: env.BETTER_AUTH_SECRET,
    database: prismaAdapter(db, { provider: env.DATABASE_URL?.startsWith('postgres') ? 'postgresql' : 'sqlite' }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    // Every cookie lasts as long as a guest's, but the session's row says when it ends: a learner who comes back later
    // still sends the cookie, so the server can tell them that they are signed out. `getSession` prolongs sessions,
    // because guests and accounts differ.
    session: { expiresIn: GUEST_SESSION_MS / 1000, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            await db.session.deleteMany({ where: { userId: session.userId, expiresAt: { lt: new Date() } } })
            const user = await db.user.findUnique({ where: { id: session.userId }, select: { isAnonymous: true } })
            const isGuest = user?.isAnonymous === true
            const end = computeSessionEnd({ createdAt: session.createdAt, isGuest }, lifetime, session.createdAt)
            return { data: { expiresAt: end } }
          },
        },
      },
    },
    // `app/api/auth` and `handleAccountRequest` limit attempts, per address and per account
    rateLimit: { enabled: false },
    advanced: {
      // explicit, because better-auth turns both checks off if NODE_ENV is test
      disableOriginCheck: false,
      disableCSRFCheck: false,
      // the server process sets this header itself, so it can be trusted
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    telemetry: { enabled: false },
    logger: { level: 'error', log: logUnlessStorage },
    plugins: [
      // `handleAccountRequest` gives the guest's work to the account, and deletes the guest in the same transaction
      anonymous({ disableDeleteAnonymousUser: true }),
    ],
  })
  return Object.assign(auth, { db, env, lifetime })
}

/**
 * Leaves out database faults, which `app/api/_edge` logs once when it refuses the request, and addresses that a parallel
 * sign-up has just taken.
 */
function logUnlessStorage(level: 'debug' | 'info' | 'warn' | 'error', message: string, ...details: unknown[]): void {
  if (!findStorageWatch()?.error && !details.some(isUniqueViolation))
    console[level](`better-auth: ${message}`, ...details)
}
export type Auth = ReturnType<typeof makeAuth>

/** The sessions of this server. */
export function auth(): Promise<Auth> {
  authPromise ??= database().then((db) => makeAuth(db, process.env))
  return authPromise
}
let authPromise: Promise<Auth> | undefined
