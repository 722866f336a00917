// node lib/setup/command.js [--build] [--migrate] FILE [arguments]: runs one of our commands, on a fresh clone too.
// Progress goes to stderr, the command’s output to stdout.
import { build } from './build.js'
import { endTogether, exitCode, handOver } from './child.js'
import { migrate } from './database-client.js'
import { runMain } from './failure.js'
import { prepare } from './prepare.js'
import { sayTo } from './say.js'

runMain(async () => {
  endTogether()
  const say = sayTo(process.stderr)
  const args = process.argv.slice(2)
  const file = args.findIndex((arg) => !arg.startsWith('--'))
  const options = args.slice(0, file)
  const node = await prepare(say)
  if (options.includes('--migrate')) await migrate(node, process.env, say)
  if (options.includes('--build')) await build(node, say)
  // `server-only` lets modules of the server load under this condition alone
  const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning']
  return exitCode(handOver(node, [...flags, ...args.slice(file)]))
})
