// npm run learner:replay [-- LEARNER…|--all] [--fix]: compares the stored state of each item with a replay of the log.
import { type Database, database } from './database.ts'
import { replayLearners } from './replay-learners.ts'

process.stdout.on('error', () => process.exit()) // the reader of the output has closed the pipe

let db: Database | undefined
process.exitCode = await replayLearners(process.argv.slice(2), {
  database: async () => {
    db = await database()
    return db
  },
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  now: () => new Date(),
})
await db?.$disconnect() // an open connection keeps the process alive
