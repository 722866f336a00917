import { generateClients } from './database-client.js'
import { node24 } from './node24.js'
import { installPackages } from './packages.js'

/**
 * What every command needs first: packages, Node 24, the database client.
 *
 * @param {import('./log.js').Logger} log
 * @returns {Promise<string>} path of the Node to run on
 */
export async function prepare(log) {
  await installPackages(log)
  const node = node24()
  await generateClients(node, log)
  return node
}
