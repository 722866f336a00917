import path from 'node:path'
import { Failure } from './failure.js'

/** @typedef {{ provider: 'sqlite', file: string } | { provider: 'postgresql', url: string }} DatabaseAddress */

export const DEFAULT_DATABASE_URL = 'file:data/course.db'

/** SQLite keeps 512 bytes for a path, and appends “-journal” to it (MAX_PATHNAME in its os_unix.c). */
const MAX_SQLITE_PATH_BYTES = 504
const FORMS = 'file:data/course.db for SQLite or postgresql://USER:PASSWORD@HOST:5432/NAME for PostgreSQL'
const POSTGRESQL_FORM = 'postgresql://USER:PASSWORD@HOST:5432/NAME'

/**
 * Which database DATABASE_URL names.
 *
 * `file:` takes any path. Percent codes are decoded where they are valid, and `#`, `?` and `%` stand for themselves
 * otherwise.
 *
 * @param {string | undefined} text  data/course.db where it is absent or blank
 * @param {string} [folder]  what a relative path starts from
 * @returns {DatabaseAddress} `file` is absolute
 * @throws {Failure} when it names none, in a sentence without its password
 */
export function parseDatabaseUrl(text, folder = process.cwd()) {
  const address = text?.trim() || DEFAULT_DATABASE_URL
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(address) ?? []
  switch (scheme.toLowerCase()) {
    case 'file':
      return { provider: 'sqlite', file: parseFile(rest, folder) }
    case 'postgres':
    case 'postgresql':
      return { provider: 'postgresql', url: parsePostgresql(`${scheme.toLowerCase()}:${rest}`) }
    default:
      throw new Failure(`DATABASE_URL must be written as ${FORMS}, not ${describeUnknown(address)}.`)
  }
}

/**
 * An address as drivers read it, whatever characters a path has. `parseDatabaseUrl` reads it too.
 *
 * @param {DatabaseAddress} address
 */
export const formatDatabaseUrl = (address) =>
  address.provider === 'sqlite' ? `file:${encodeURIComponent(address.file)}` : address.url

/** @param {string} rest  what follows “file:” @param {string} folder */
function parseFile(rest, folder) {
  const query = /\?([\w.-]+=[^/\\]*)$/.exec(rest)?.[1]
  if (query !== undefined)
    throw new Failure(
      `DATABASE_URL must end with the name of the file, as in ${DEFAULT_DATABASE_URL}, not with “?${query}”.`,
    )
  if (/^\/\/(?!\/|localhost\/)/i.test(rest))
    throw new Failure(
      `DATABASE_URL must have one slash or three after file:, not two: write ${DEFAULT_DATABASE_URL} for a file in the ` +
        'course’s folder, or file:///data/course.db for one elsewhere.',
    )
  const name = decodeEscapes(rest.replace(/^\/\/(localhost)?(?=\/)/i, ''))
  if (/^$|^:memory:|[/\\]$|\0/.test(name))
    throw new Failure(`DATABASE_URL must name a file, as in ${DEFAULT_DATABASE_URL}.`)
  const file = path.resolve(folder, process.platform === 'win32' ? name.replace(/^\/(?=[a-z]:)/i, '') : name)
  const bytes = Buffer.byteLength(file)
  if (bytes > MAX_SQLITE_PATH_BYTES)
    throw new Failure(
      `The path of the SQLite file has ${bytes} bytes, and SQLite takes ${MAX_SQLITE_PATH_BYTES} at most: set DATABASE_URL ` +
        'to file: and a shorter path, or move the course to a folder with a shorter path.',
    )
  return file
}

/** Decodes the percent codes of text; what is not one stays. @param {string} text */
const decodeEscapes = (text) =>
  text.replace(/(%[0-9a-f]{2})+/gi, (codes) => {
    try {
      return decodeURIComponent(codes)
    } catch {
      return codes
    }
  })

/** @param {string} address */
function parsePostgresql(address) {
  const text = address.replace(/%(?![0-9a-f]{2})/gi, '%25').replaceAll(' ', '%20')
  // a URL may not have a user without a host, which means this machine’s socket
  const parsable = text.replace('@/', '@localhost/')
  const url = /^\w+:\/\/./.test(text) && URL.canParse(parsable) ? new URL(parsable) : undefined
  // a password with # or / or ? in it ends the host’s name too early, and its rest holds the @
  if (url?.hash !== '' || url.pathname.includes('@') || /^[^=]*@/.test(url.search))
    throw new Failure(
      `DATABASE_URL must be an address as ${POSTGRESQL_FORM}, with special characters of the password as percent codes ` +
        '(# is %23, / is %2F, ? is %3F, @ is %40).',
    )
  return text
}

/** Never its password. @param {string} address */
function describeUnknown(address) {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(address)?.[1]
  if (scheme) return `as ${scheme}://…`
  return /[@=]|:.*:/.test(address) || address.length > 200 ? 'as it is' : `“${address}”`
}
