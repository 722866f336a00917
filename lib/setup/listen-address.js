import { createServer, isIP, isIPv6 } from 'node:net'
import { SetupError } from './setup-error.js'

/** @typedef {{ address: string, alsoAt: string | undefined, origin: string }} ListenAddress */

const LOOPBACK = '127.0.0.1'
const LOOPBACK_V6 = '::1'

/**
 * Reads where the server listens: only on this machine’s loopback addresses, unless HOST names another of its
 * addresses.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} port
 * @returns {ListenAddress} `alsoAt` is the IPv6 loopback address, which browsers may try first for “localhost”;
 *   `origin` is where a browser on this machine finds the server
 * @throws {SetupError} when HOST is not an address
 */
export function readListenAddress(env, port) {
  const host = env.HOST?.trim().replace(/^\[(.*)\]$/, '$1') || 'localhost'
  if (host === 'localhost') return { address: LOOPBACK, alsoAt: LOOPBACK_V6, origin: `http://localhost:${port}` }
  // some shells set HOST to the machine’s name: using it would expose the course to the network unintentionally
  if (!isIP(host))
    throw new SetupError(
      `HOST must be an IP address of this machine, not the name “${host}”: leave it unset to serve only this machine, or set ` +
        'HOST=0.0.0.0 to serve the network.',
    )
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const name = isEverywhere ? 'localhost' : isIPv6(host) ? `[${host}]` : host
  return { address: host, alsoAt: undefined, origin: `http://${name}:${port}` }
}

/**
 * Checks that the server will be able to listen, by trying it.
 *
 * @param {ListenAddress} listen
 * @param {number} port
 * @throws {SetupError} with the reason, if it can’t
 */
export async function requireFreePort({ address, alsoAt }, port) {
  await tryListen(address, port)
  if (alsoAt) await tryListen(alsoAt, port).catch(ignoreMissingFamily)
}

/** A machine may have no IPv6. @param {Error} error */
function ignoreMissingFamily(error) {
  if (!isMissingFamily(error.cause)) throw error
}

/**
 * Whether listening failed because the machine doesn’t have the address, or has no address of its family.
 *
 * @param {unknown} error
 */
export const isMissingFamily = (error) =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')

/** @param {string} address @param {number} port @returns {Promise<void>} */
function tryListen(address, port) {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error) => reject(new SetupError(describeListenError(error, address, port), { cause: error })))
    server.listen({ host: address, port, exclusive: true }, () => server.close(() => resolve()))
  })
}

/** @param {NodeJS.ErrnoException} error @param {string} address @param {number} port */
function describeListenError(error, address, port) {
  const other = port < 65_535 ? port + 1 : 3000
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is already in use (${address}). Stop the other process or pick another port: PORT=${other} npm start`
  if (error.code === 'EACCES')
    return `This user isn’t allowed to use port ${port}. Pick a port from 1024 up: PORT=3000 npm start`
  if (isMissingFamily(error)) return `HOST is ${address}, which is not an address of this machine.`
  return `The server can’t listen on ${address}, port ${port}: ${error.message}`
}
