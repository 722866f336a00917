import { connect } from 'node:net'
import { exitCode, isEnding, startNode } from './child.js'
import { Failure } from './failure.js'

/**
 * Serves the production build until it is ended, and tells the address when it answers.
 *
 * @param {string} node
 * @param {NodeJS.ProcessEnv & { PORT: string }} env
 * @param {import('./say.js').Say} say
 * @returns {Promise<number>} exit code
 */
export async function serve(node, env, say) {
  const port = Number(env.PORT)
  if (!(port > 0 && port < 65_536)) throw new Failure(`PORT must be a number from 1 to 65535, not “${env.PORT}”.`)
  if (await answers(port))
    throw new Failure(
      `Port ${port} is taken. Stop what runs there, or choose another one: PORT=${port < 65_535 ? port + 1 : 3000} npm start`,
    )
  const next = ['node_modules/next/dist/bin/next', 'start', '-p', env.PORT]
  const server = startNode(node, next, { ...env, NODE_ENV: 'production' })
  const exit = exitCode(server)
  const pass = holdOutput(server)
  const ready = await Promise.race([untilHealthy(port), exit.then(() => false)])
  if (!ready && !isEnding()) throw new Failure(`The server did not start.\n${pass.held()}`)
  if (ready) {
    say(`ready at http://localhost:${port} (Ctrl-C ends it)`)
    pass.through()
  }
  const code = await exit
  return isEnding() ? 0 : code
}

/**
 * Holds a server's output back until it is ready: its greeting is noise, what it says later is not.
 *
 * @param {import('node:child_process').ChildProcess} server
 */
function holdOutput(server) {
  let text = ''
  let open = false
  for (const [from, to] of /** @type {const} */ ([
    [server.stdout, process.stdout],
    [server.stderr, process.stderr],
  ]))
    from?.on('data', (piece) => {
      if (open) to.write(piece)
      else text += piece
    })
  return {
    held: () => text.trim(),
    through: () => {
      open = true
    },
  }
}

/** Asks until the server and its database answer. @param {number} port */
async function untilHealthy(port) {
  for (;;) {
    const answer = await fetch(`http://localhost:${port}/api/health`).catch(() => undefined)
    if (answer?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Whether something listens on a port of this machine. @param {number} port @returns {Promise<boolean>} */
export function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' })
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
