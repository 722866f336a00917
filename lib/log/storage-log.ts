import 'server-only'

const MINUTE_MS = 60_000

/**
 * Logs in one line that the database can’t do its work, at most once a minute for each kind of fault. The next line
 * says how many failures were not logged.
 *
 * @param fault  the kind of fault
 * @param detail  the database's own words
 * @param now     milliseconds since 1970
 */
export function logStorageFault(fault: string, detail: string, now: number = Date.now(), write = console.error): void {
  globalForLog.storageFaults ??= new Map()
  const last = globalForLog.storageFaults.get(fault)
  if (last && now - last.loggedAt < MINUTE_MS) {
    last.suppressed++
    return
  }
  globalForLog.storageFaults.set(fault, { loggedAt: now, suppressed: 0 })
  const since = last && last.suppressed > 0 ? `, ${last.suppressed} more since the last line` : ''
  const words = detail.replaceAll(/\s+/g, ' ').slice(0, MAX_DETAIL_LENGTH)
  write(`${new Date(now).toISOString()} ${SENTENCES[fault] ?? 'The database failed.'} (${words}${since})`)
}

const MAX_DETAIL_LENGTH = 300
const SENTENCES: Readonly<Record<string, string>> = {
  busy: 'The database is locked by another program: what learners do can’t be saved until that program is done.',
  'disk-full': 'The disk of the database is full: nothing can be saved until you free some space.',
  'read-only': 'The database can’t be opened or written: make its file, folder and disk writable.',
  'disk-failed': 'The disk of the database reports an error: check the disk.',
  unreachable: 'PostgreSQL can’t be reached: start it, or correct DATABASE_URL and restart the course.',
}

/** On globalThis, because Next bundles this file into several routes. */
const globalForLog = globalThis as typeof globalThis & {
  storageFaults?: Map<string, { readonly loggedAt: number; suppressed: number }>
}
