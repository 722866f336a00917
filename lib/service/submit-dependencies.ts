import 'server-only'
import { type Database, database } from '#lib/learner/database.ts'
import { getServerPool } from '#lib/sandbox/server/server-pool.ts'
import type { InFlight, SubmitDependencies } from './submit.ts'

/** The parts of this server: its database, its pool of sandboxes, its clock and its random numbers. */
export async function createSubmitDependencies(): Promise<SubmitDependencies> {
  return createDependencies(await database())
}

function createDependencies(db: Database): SubmitDependencies {
  globalForSubmissions.submissionsInFlight ??= new Map()
  return {
    db,
    grader: getServerPool(),
    newSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    newId: () => crypto.randomUUID(),
    now: () => new Date(),
    inFlight: globalForSubmissions.submissionsInFlight,
    report: (error) => console.error('a submission was not graded:', error),
  }
}
/** On globalThis, because development loads this file again at each edit. */
const globalForSubmissions = globalThis as typeof globalThis & { submissionsInFlight?: InFlight }
