import { existsSync } from 'node:fs'
import { exitedCleanly, spawnNode, spawnProgram } from './child.js'
import { SetupError } from './setup-error.js'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Makes sure that there is a browser for the journeys: Playwright's own, the system's, else one that is installed now
 * (Debian's package where we may, else Playwright's download).
 *
 * @param {string} node
 * @param {import('./log.js').Logger} log
 * @throws {SetupError} when there is none and none can be had
 */
export async function installBrowser(node, log) {
  if (await hasBrowser()) return
  log('installing a browser for the end-to-end tests (once) …')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await exitedCleanly(spawnProgram('apt-get', ['update', '-qq'], env))
    await exitedCleanly(spawnProgram('apt-get', ['install', '-y', '-qq', 'chromium'], env))
  }
  if (!(await hasBrowser()))
    await exitedCleanly(spawnNode(node, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']))
  if (!(await hasBrowser()))
    throw new SetupError(
      'Chromium for the end-to-end tests is missing and could not be installed. Install it (on Debian: apt install chromium) ' +
        'and run the command again.',
    )
}

async function hasBrowser() {
  const { chromium } = await import('@playwright/test')
  return [chromium.executablePath(), ...SYSTEM].some((file) => existsSync(file))
}
