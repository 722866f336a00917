import type { Database } from '#lib/learner/database.ts'

type Environment = { readonly AUTHORS?: string | undefined }

/** The accounts that AUTHORS lists: by id, and by e-mail address in lower case. */
export interface AuthorList {
  readonly ids: ReadonlySet<string>
  readonly addresses: ReadonlySet<string>
}

/** Parses AUTHORS: entries separated by commas or spaces. An entry with an @ is an address. */
export function readAuthorList({ AUTHORS = '' }: Environment): AuthorList {
  const entries = AUTHORS.split(/[\s,]+/).filter((entry) => entry !== '')
  return {
    ids: new Set(entries.filter((entry) => !entry.includes('@'))),
    addresses: new Set(entries.filter((entry) => entry.includes('@')).map((entry) => entry.toLowerCase())),
  }
}

/**
 * Whether nobody may create an account with this address, because AUTHORS lists it. Addresses aren't verified, so whoever
 * signed up first would become an author.
 */
export const isReservedAddress = (email: string, env: Environment): boolean =>
  readAuthorList(env).addresses.has(email.toLowerCase())

/** Describes, for the operator, each entry of AUTHORS that has no account. */
export async function describeUnknownAuthors(db: Database, env: Environment): Promise<string[]> {
  const { ids, addresses } = readAuthorList(env)
  const users = await db.user.findMany({
    where: { isAnonymous: { not: true }, OR: [{ id: { in: [...ids] } }, { email: { in: [...addresses] } }] },
    select: { id: true, email: true },
  })
  const knownEntries = new Set(users.flatMap(({ id, email }) => [id, email.toLowerCase()]))
  return [...ids, ...addresses].flatMap((entry) => {
    if (knownEntries.has(entry)) return []
    if (!entry.includes('@')) return [`AUTHORS lists the account id ${entry}, but there is no such account.`]
    return [
      `AUTHORS lists ${maskAddress(entry)}, but there is no such account. Nobody can sign up with this address while AUTHORS lists it. Remove it, create the account, add the account’s id to AUTHORS, and restart.`,
    ]
  })
}

/** Formats an address as “a…@example.org”: enough to find the entry, but no address in the log. */
const maskAddress = (email: string): string => email.replace(/^(.)[^@]*/u, '$1…')
