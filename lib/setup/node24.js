import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Failure } from './failure.js'
import { at } from './place.js'

/**
 * The Node that the app runs on: the one that npm installed, else the machine's own where it is 24 or newer.
 *
 * @returns {string} its path
 * @throws {Failure}
 */
export function node24() {
  const { platform, arch } = process
  const name = platform === 'win32' ? `node-win-${arch}/bin/node.exe` : `node-${platform}-${arch}/bin/node`
  const candidates = [
    at('node_modules', name),
    at(`node_modules/node-bin-${platform}-${arch}/bin/node`),
    process.execPath,
    'node',
  ]
  const found = candidates.find((it) => (it === 'node' || existsSync(it)) && isRecent(it))
  if (found) return found
  throw new Failure(
    `Node 24 is needed. npm brings it along for Linux, macOS and Windows, but not here (${platform} ${arch}, or npm was ` +
      'told to omit optional packages). Install Node 24 from https://nodejs.org and run the command again.',
  )
}

/** @param {string} node */
function isRecent(node) {
  const { status, stdout } = spawnSync(node, ['-v'], { encoding: 'utf8' })
  return status === 0 && Number(/^v(\d+)/.exec(stdout)?.[1]) >= 24
}
