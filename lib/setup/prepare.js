import { generateClients } from './database-client.js'
import { node24 } from './node24.js'
import { installPackages } from './packages.js'

/**
 * What every command needs first: packages, Node 24, the database client.
 *
 * @param {import('./log.js').Say} say
 * @returns {Promise<string>} path of the Node to run on
 */
export async function prepare(say) {
  await installPackages(say)
  const node = node24()
  await generateClients(node, say)
  return node
}
