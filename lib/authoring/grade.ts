// npm run --silent grade -- EXERCISE FILE…|EXERCISE#NAME [--seed N] [--json]: what the server would say of these answers.
import { randomInt, randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import type { GradeJobInput } from '#lib/sandbox/server/job.ts'
import { Pool } from '#lib/sandbox/server/pool.ts'
import { spawnWorker } from '#lib/sandbox/server/server-pool.ts'
import { listExerciseLocations } from './grade-exercises.ts'
import { gradeFiles } from './grade-files.ts'

const root = path.resolve(import.meta.dirname, '../..')
const lessons = path.join(root, 'content/lessons')
// npm runs its scripts at the project's root, whatever folder they were asked for in
const folder = process.env.INIT_CWD ?? process.cwd()
process.chdir(root)
process.stdout.on('error', () => process.exit()) // who read the results has left

process.exitCode = await gradeFiles(process.argv.slice(2), {
  open: (files) => {
    const size = Math.min(files, availableParallelism())
    const pool = new Pool({ spawn: spawnWorker, size, report: (message, error) => console.error(message, error) })
    const grade = (jobInput: GradeJobInput) => pool.grade(jobInput, { kind: 'author', id: randomUUID() })
    return { size, grade, close: () => pool.close() }
  },
  locations: () => listExerciseLocations(lessons),
  lessons,
  folder,
  newSeed: () => randomInt(2 ** 32),
  clock: () => performance.now(),
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
})
