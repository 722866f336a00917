import { createHash } from 'node:crypto'

/** @param {string} text */
const hash = (text) => createHash('sha256').update(text).digest('hex')

/**
 * Reads a migration’s text as it is applied, and its checksums. The first checksum is stored; the others are those of
 * the same text in a checkout with other line endings or a byte order mark.
 *
 * @param {string} text the content of the file
 * @returns {{ sql: string, checksums: [string, ...string[]] }}
 */
export function readMigration(text) {
  const sql = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  return { sql, checksums: [hash(sql), hash(sql.replaceAll('\n', '\r\n')), hash(text)] }
}
