import path from 'node:path'
import { SetupError } from './setup-error.js'

/** @typedef {{ provider: 'sqlite', file: string } | { provider: 'postgresql', url: string }} DatabaseAddress */

export const DEFAULT_DATABASE_URL = 'file:data/course.db'

/** SQLite reserves 512 bytes for a path and appends “-journal” to it (MAX_PATHNAME in its os_unix.c). */
const MAX_SQLITE_PATH_BYTES = 504
const FORMS = 'file:data/course.db for SQLite or postgresql://USER:PASSWORD@HOST:5432/NAME for PostgreSQL'
const POSTGRESQL_FORM = 'postgresql://USER:PASSWORD@HOST:5432/NAME'

/**
 * Parses DATABASE_URL.
 *
 * `file:` accepts any path. Valid percent codes are decoded; otherwise `#`, `?` and `%` are ordinary characters.
 *
 * @param {string | undefined} text if absent or blank, `DEFAULT_DATABASE_URL`
 * @param {string} [folder] the base of relative paths
 * @returns {DatabaseAddress} `file` is absolute
 * @throws {SetupError} if it names no database; the message never contains the password
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
      throw new SetupError(`DATABASE_URL must be written as ${FORMS}, not ${describeUnknown(address)}.`)
  }
}

/**
 * Formats an address for the database drivers, whatever characters its path contains. `parseDatabaseUrl` parses it too.
 *
 * @param {DatabaseAddress} address
 */
export const formatDatabaseUrl = (address) =>
  address.provider === 'sqlite' ? `file:${encodeURIComponent(address.file)}` : address.url

/** @param {string} rest  what follows “file:” @param {string} folder */
function parseFile(rest, folder) {
  const query = /\?([\w.-]+=[^/\\]*)$/.exec(rest)?.[1]
  if (query !== undefined)
    throw new SetupError(
      `DATABASE_URL must end with the name of the file, as in ${DEFAULT_DATABASE_URL}, not with “?${query}”.`,
    )
  if (/^\/\/(?!\/|localhost\/)/i.test(rest))
    throw new SetupError(
      `DATABASE_URL must have one slash or three after file:, not two: write ${DEFAULT_DATABASE_URL} for a file in the ` +
        'course’s folder, or file:///data/course.db for one elsewhere.',
    )
  const name = decodeEscapes(rest.replace(/^\/\/(localhost)?(?=\/)/i, ''))
  if (/^$|^:memory:|[/\\]$|\0/.test(name))
    throw new SetupError(`DATABASE_URL must name a file, as in ${DEFAULT_DATABASE_URL}.`)
  const file = path.resolve(folder, process.platform === 'win32' ? name.replace(/^\/(?=[a-z]:)/i, '') : name)
  const bytes = Buffer.byteLength(file)
  if (bytes > MAX_SQLITE_PATH_BYTES)
    throw new SetupError(
      `The path of the SQLite file has ${bytes} bytes, but SQLite accepts at most ${MAX_SQLITE_PATH_BYTES}: set DATABASE_URL ` +
        'to file: and a shorter path, or move the course to a folder with a shorter path.',
    )
  return file
}

/** Decodes valid percent codes and leaves everything else. @param {string} text */
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
  // a #, / or ? in a password ends the host name too early, so the @ ends up in the path, query or fragment
  if (url?.hash !== '' || url.pathname.includes('@') || /^[^=]*@/.test(url.search))
    throw new SetupError(
      `DATABASE_URL must have the form ${POSTGRESQL_FORM}, with percent codes for special characters in the password ` +
        '(# is %23, / is %2F, ? is %3F, @ is %40).',
    )
  return text
}

/** Never contains the password. @param {string} address */
function describeUnknown(address) {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(address)?.[1]
  if (scheme) return `as ${scheme}://…`
  return /[@=]|:.*:/.test(address) || address.length > 200 ? 'as it is' : `“${address}”`
}
