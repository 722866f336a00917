import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fromRoot } from './paths.js'
import { SetupError } from './setup-error.js'

/**
 * The Node that the app runs on: the one that npm installed, else the machine's own where it is 24 or newer.
 *
 * @returns {string} its path
 * @throws {SetupError}
 */
export function node24() {
  const { platform, arch } = process
  const name = platform === 'win32' ? `node-win-${arch}/bin/node.exe` : `node-${platform}-${arch}/bin/node`
  const candidates = [
    fromRoot('node_modules', name),
    fromRoot(`node_modules/node-bin-${platform}-${arch}/bin/node`),
    process.execPath,
    'node',
  ]
  const executable = candidates.find(
    (candidate) => (candidate === 'node' || existsSync(candidate)) && isRecent(candidate),
  )
  if (executable) return executable
  throw new SetupError(
    `Node 24 is needed. npm installs it on Linux, macOS and Windows, but not here (${platform} ${arch}, or npm was ` +
      'told to omit optional packages). Install Node 24 from https://nodejs.org and run the command again.',
  )
}

/** @param {string} node */
function isRecent(node) {
  const { status, stdout } = spawnSync(node, ['-v'], { encoding: 'utf8' })
  return status === 0 && Number(/^v(\d+)/.exec(stdout)?.[1]) >= 24
}
