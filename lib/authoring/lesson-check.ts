// npm run lesson:check [-- LESSON…] [--json] [--watch]: what is wrong with lessons, and what to do.
import path from 'node:path'
import { checkCommand } from './check-command.ts'
import { debouncedChanges } from './debounced-changes.ts'

const root = path.resolve(import.meta.dirname, '../..')
process.chdir(root)
process.stdout.on('error', () => process.exit()) // who read the results has left

const terminal = process.stderr.isTTY
const CLEAR = '\r\u001b[K'
let progressText = ''

process.exitCode = await checkCommand(process.argv.slice(2), {
  root,
  clock: () => performance.now(),
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
  progress: (text) => {
    if (terminal) process.stderr.write(text === '' ? CLEAR : `${CLEAR}${text}`)
    else if (text !== '' && text !== progressText) console.error(text)
    progressText = text
  },
  changes: () => debouncedChanges(path.join(root, 'content')),
})
