import 'server-only'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { anonymous } from 'better-auth/plugins'
import { adoptGuest } from '#lib/learner/adopt-guest.ts'
import { type Database, database } from '#lib/learner/database.ts'
import { listOwnOrigins } from './same-origin.ts'

const DAY = 24 * 60 * 60

/**
 * Sessions of guests and accounts on a database: better-auth with e-mail and password, and guests whose work an account
 * adopts when they sign up or in.
 */
export function makeAuth(db: Database, env: Readonly<Record<string, string | undefined>>) {
  return betterAuth({
    baseURL: env.BETTER_AUTH_URL,
    trustedOrigins: (request) => listOwnOrigins(request?.headers, env),
    secret: env.BETTER_AUTH_SECRET,
    database: prismaAdapter(db, { provider: env.DATABASE_URL?.startsWith('postgres') ? 'postgresql' : 'sqlite' }),
    emailAndPassword: { enabled: true },
    // a guest's cookie is all that leads to their work: as long as browsers keep one
    session: { expiresIn: 400 * DAY, updateAge: DAY },
    rateLimit: {
      customRules: { '/sign-in/email': { window: 60, max: 20 }, '/sign-up/email': { window: 60, max: 20 } },
    },
    // said aloud: better-auth turns both checks off by itself where NODE_ENV is test
    advanced: { disableOriginCheck: false, disableCSRFCheck: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    plugins: [
      anonymous({
        // adoptGuest deletes the guest in the transaction that moves what they did
        disableDeleteAnonymousUser: true,
        onLinkAccount: ({ anonymousUser, newUser }) =>
          adoptGuest(
            db,
            { guest: anonymousUser.user.id, account: newUser.user.id },
            { newId: () => crypto.randomUUID(), now: new Date() },
          ),
      }),
    ],
  })
}
export type Auth = ReturnType<typeof makeAuth>

/** The sessions of this server. */
export function auth(): Promise<Auth> {
  made ??= database().then((db) => makeAuth(db, process.env))
  return made
}
let made: Promise<Auth> | undefined
