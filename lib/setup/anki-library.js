import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { spawnProgram, waitForExit } from './child.js'
import { fromRoot } from './paths.js'
import { hashFiles } from './run-if-changed.js'

const REQUIREMENTS = fromRoot('lib/setup/anki-requirements.txt')
const INSTALL_TIMEOUT_MS = 180_000
/** Checks what the library needs: the Python version and the modules that create a virtual environment. */
const IS_USABLE = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))'

/** The folder of the virtual environment: ignored by git, and a new one when a requirement changes. */
const environmentFolder = () => fromRoot('node_modules/.cache', `anki-${hashFiles([REQUIREMENTS]).slice(0, 12)}`)

/** @param {string} folder */
const pythonIn = (folder) =>
  process.platform === 'win32' ? path.join(folder, 'Scripts', 'python.exe') : path.join(folder, 'bin', 'python')

/** Finds the Python that has Anki’s library, if it is installed. @returns {string | undefined} its path */
export function findAnkiPython() {
  const python = pythonIn(environmentFolder())
  return existsSync(python) ? python : undefined
}

/**
 * Installs Anki’s library into a virtual environment, once. If that fails, prints the reason; the tests that need the
 * library are then skipped, or fail with `CI=true`.
 *
 * @param {import('./log.js').Logger} log
 */
export async function installAnkiLibrary(log) {
  if (findAnkiPython()) return
  const reason = await install(log)
  if (reason) log(`skipped: importing the exported cards with Anki’s own library. ${reason}`)
}

/** @param {import('./log.js').Logger} log @returns {Promise<string | undefined>} what is missing */
async function install(log) {
  const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', IS_USABLE]).status === 0)
  if (!python) return 'It needs Python 3.10 or newer with venv and pip (on Debian: apt install python3-venv).'
  log('installing Anki’s library for a test (once) …')
  const folder = environmentFolder()
  // under a temporary name until it is complete, so that an interrupted installation is never used
  const unfinished = `${folder}-${process.pid}`
  mkdirSync(path.dirname(folder), { recursive: true })
  try {
    const made = await endedInTime(spawnProgram(python, ['-m', 'venv', unfinished]))
    if (made.code !== 0) return `Python could not create a virtual environment: ${lastLine(made.output)}`
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries', '1', '--timeout', '15']
    const only = ['--only-binary', ':all:', '--requirement', REQUIREMENTS]
    const installed = await endedInTime(spawnProgram(pythonIn(unfinished), [...pip, ...only]))
    if (installed.code !== 0) return `pip could not install it: ${lastLine(installed.output)}`
    if (!existsSync(folder)) renameSync(unfinished, folder)
    return undefined
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function endedInTime(child) {
  const timer = setTimeout(() => child.kill('SIGKILL'), INSTALL_TIMEOUT_MS)
  try {
    return await waitForExit(child)
  } finally {
    clearTimeout(timer)
  }
}

/** @param {string} output */
const lastLine = (output) => output.trim().split('\n').at(-1) || 'it took too long'
