// node lib/setup/command.js [--build] FILE [arguments]: a command of ours on a fresh clone. Progress goes to stderr, what
// the command says to stdout.
import { build } from './build.js'
import { endTogether, exitCode, handOver } from './child.js'
import { runMain } from './failure.js'
import { prepare } from './prepare.js'
import { sayTo } from './say.js'

runMain(async () => {
  endTogether()
  const say = sayTo(process.stderr)
  const args = process.argv.slice(2)
  const built = args[0] === '--build'
  const node = await prepare(say)
  if (built) await build(node, say)
  // `server-only` lets modules of the server load under this condition alone
  const flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning']
  return exitCode(handOver(node, [...flags, ...args.slice(built ? 1 : 0)]))
})
