/**
 * Describes why a PostgreSQL server can’t be used and what to do, in a sentence for the operator. It never contains the
 * password.
 *
 * @param {unknown} error  of the driver
 * @param {{ host: string, port: number, user?: string, database?: string }} client
 * @returns {string | undefined} undefined for any other error
 */
export function describePostgresqlError(error, { host, port, user, database }) {
  const { code, message = '' } = Object(error)
  const at = host.startsWith('/') ? `in ${host}` : `at ${host.includes(':') ? `[${host}]` : host}:${port}`
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host “${host}” can’t be found: correct it in DATABASE_URL, or connect this machine to its network.`
    case 'ECONNREFUSED':
    case 'ENOENT':
      return `Nothing is listening ${at}: start PostgreSQL, or correct DATABASE_URL.`
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return describeSilence(at)
    case 'ECONNRESET':
    case 'EPIPE':
      return describeBreak(at)
    case '28P01':
      return `PostgreSQL ${at} rejects the password of the user “${user}”: correct it in DATABASE_URL.`
    case '28000':
      return `PostgreSQL ${at} doesn’t let the user “${user}” in (${message}): correct DATABASE_URL or its pg_hba.conf.`
    case '3D000':
      return `PostgreSQL ${at} has no database “${database}”: create it with createdb, or correct DATABASE_URL.`
    case '42501':
      return `The user “${user}” lacks rights in the database “${database}” (${message}): make the user its owner.`
    case '25006':
      return `PostgreSQL ${at} is read-only: set DATABASE_URL to a server that accepts writes.`
    case '53100':
      return `The disk of PostgreSQL ${at} is full: free some space and start again.`
    case '53300':
      return `PostgreSQL ${at} has too many connections: close some, or raise its max_connections, and start again.`
    case '57P03':
      return `PostgreSQL ${at} is starting or stopping (${message}): wait until it is ready and start again.`
    case '55P03':
      return `Another program, or another start of the course, has locked the database “${database}” ${at}: wait until it is done and start again.`
  }
  if (/timeout/i.test(message)) return describeSilence(at)
  if (/^Connection terminated/.test(message)) return describeBreak(at)
  if (/client password must be a string/.test(message))
    return `PostgreSQL ${at} asks for a password: write it in DATABASE_URL, as in postgresql://USER:PASSWORD@HOST:5432/NAME.`
  if (/SSL|certificate|TLS/.test(message))
    return `PostgreSQL ${at} and this machine can’t agree on encryption (${message}): correct sslmode in DATABASE_URL.`
  return undefined
}

/** @param {string} at */
const describeSilence = (at) => `PostgreSQL ${at} doesn’t answer: start it, or correct DATABASE_URL.`

/** @param {string} at */
const describeBreak = (at) =>
  `The server ${at} closed the connection: make sure that it is PostgreSQL, or correct DATABASE_URL.`
