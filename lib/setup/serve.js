import { exitCode, isEnding, spawnNode } from './child.js'
import { askHealth } from './health.js'
import { readListenAddress, requireFreePort } from './listen-address.js'
import { createServerArguments } from './server-process.js'
import { SetupError } from './setup-error.js'

/** A start takes a second or two, and ten times as long on a slow, busy machine. */
const START_TIMEOUT_MS = 60_000
const POLL_INTERVAL_MS = 50

/**
 * Serves the production build until it is ended, and prints the address once it answers.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv & { PORT: string }} env
 * @param {import('./log.js').Logger} log
 * @returns {Promise<number>} exit code
 * @throws {SetupError} when the server does not start
 */
export async function serve(node, env, log) {
  const listen = readListenAddress(env, env.PORT)
  await requireFreePort(listen, Number(env.PORT))
  const server = spawnNode(node, createServerArguments('start', env), { ...env, NODE_ENV: 'production' })
  const exit = exitCode(server)
  const output = holdOutput(server)
  try {
    await untilHealthy(listen.address, Number(env.PORT), exit)
  } catch (error) {
    server.kill('SIGKILL')
    await exit
    if (isEnding()) return 0
    throw new SetupError(`${error.message}\n${output.readHeld()}`.trim())
  }
  log(`ready at ${listen.origin} (press Ctrl-C to stop)`)
  output.passOn()
  const code = await exit
  return isEnding() ? 0 : code
}

/**
 * Holds back a server’s output until it is ready. Then passes on the warnings from stderr and drops the greeting on
 * stdout.
 *
 * @param {Pick<import('node:child_process').ChildProcess, 'stdout' | 'stderr'>} server
 */
export function holdOutput(server) {
  let held = ''
  let warnings = ''
  let isOpen = false
  for (const [from, to] of /** @type {const} */ ([
    [server.stdout, process.stdout],
    [server.stderr, process.stderr],
  ]))
    from?.on('data', (piece) => {
      if (isOpen) return to.write(piece)
      held += piece
      if (from === server.stderr) warnings += piece
    })
  return {
    readHeld: () => held.trim(),
    passOn: () => {
      isOpen = true
      if (warnings !== '') process.stderr.write(warnings)
    },
  }
}

/**
 * Waits until the server and its database respond.
 *
 * @param {string} address
 * @param {number} port
 * @param {Promise<number>} exit  of the server
 * @param {number} [timeoutMs]
 * @throws {Error} if the server exits first, or with the latest problem when the time is up
 */
export async function untilHealthy(address, port, exit, timeoutMs = START_TIMEOUT_MS) {
  let hasEnded = false
  void exit.then(() => {
    hasEnded = true
  })
  const deadline = Date.now() + timeoutMs
  const noAnswer = 'it didn’t respond'
  let problem = noAnswer
  for (;;) {
    const timeLeftMs = deadline - Date.now()
    if (hasEnded) throw new Error('The server did not start.')
    if (timeLeftMs <= 0) throw new Error(`The server was not ready after ${timeoutMs / 1000} seconds: ${problem}.`)
    const result = await Promise.race([askHealth(address, port, timeLeftMs), exit])
    if (result === undefined) return
    // the deadline cuts off the last request, so an earlier answer says more
    if (typeof result === 'string' && (result !== noAnswer || problem === noAnswer)) problem = result
    await new Promise((resolve) => setTimeout(resolve, POLL_INTERVAL_MS))
  }
}
