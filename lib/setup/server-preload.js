// Preloaded (with --import) into the process that serves pages, in production and in development.

import { Server as HttpServer } from 'node:http'
import { createServer } from 'node:net'
import { isMainThread } from 'node:worker_threads'
import { guardRequests } from './guard-requests.js'
import { isMissingFamily, readListenAddress } from './listen-address.js'

/**
 * Lets the server on PORT accept connections to both loopback addresses. “localhost” means 127.0.0.1 and ::1, but a
 * server listens on only one address.
 *
 * @param {Readonly<Record<string, string | undefined>>} env  with PORT
 */
function listenOnBothLoopbacks(env) {
  const port = env.PORT ?? ''
  const { address, alsoAt } = readListenAddress(env, port)
  if (alsoAt === undefined) return
  const { listen } = HttpServer.prototype
  /** @type {(this: HttpServer, ...args: any[]) => HttpServer} */
  HttpServer.prototype.listen = function (...args) {
    this.once('listening', () => {
      const own = this.address()
      if (typeof own === 'object' && own?.address === address && `${own.port}` === port)
        serveAlsoAt(this, alsoAt, own.port)
    })
    return listen.apply(this, args)
  }
}

/** @param {HttpServer} server @param {string} address @param {number} port */
function serveAlsoAt(server, address, port) {
  const second = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => server.emit('connection', socket))
  second.on('error', (error) => {
    if (isMissingFamily(error)) return
    console.error(`The server can’t listen on ${address}, port ${port}: ${error.message}`)
    process.exit(1)
  })
  second.listen(port, address)
  closeTogether(server, second)
}

/**
 * Makes the server count as closed only when the requests on both addresses are answered.
 *
 * @param {HttpServer} server
 * @param {import('node:net').Server} second
 */
function closeTogether(server, second) {
  const { close } = server
  server.close = (callback) => {
    /** @type {Promise<void>} */
    const closed = new Promise((resolve) => second.close(() => resolve()))
    return close.call(server, (error) => void closed.then(() => callback?.(error)))
  }
}

if (isMainThread) {
  guardRequests(process.env)
  listenOnBothLoopbacks(process.env)
}
