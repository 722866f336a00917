// node lib/setup/command.js [--build] [--migrate] FILE [arguments]: runs one of our commands, on a fresh clone too.
// Progress goes to stderr, the command’s output to stdout.
import { build } from './build.js'
import { execInPlace, exitCode, forwardSignals } from './child.js'
import { migrate } from './database-client.js'
import { createLogger } from './log.js'
import { prepare } from './prepare.js'
import { runMain } from './setup-error.js'

runMain(async () => {
  forwardSignals()
  const log = createLogger(process.stderr)
  const args = process.argv.slice(2)
  const file = args.findIndex((arg) => !arg.startsWith('--'))
  const options = args.slice(0, file)
  const node = await prepare(log)
  if (options.includes('--migrate')) await migrate(node, process.env, log)
  if (options.includes('--build')) await build(node, log)
  // `server-only` lets modules of the server load under this condition alone
  const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning']
  return exitCode(execInPlace(node, [...flags, ...args.slice(file)]))
})
