import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runOrFail, spawnProgram } from './child.js'
import { fromRoot } from './paths.js'

/**
 * Installs the packages of package-lock.json where they are not there yet.
 *
 * @param {import('./log.js').Logger} log
 */
export async function installPackages(log) {
  const installed = fromRoot('node_modules/.package-lock.json')
  if (existsSync(installed) && holds(read(fromRoot('package-lock.json')), read(installed))) return
  log('installing packages (about a minute, once) …')
  await runOrFail('npm ci', spawnProgram('npm', ['ci', '--include=dev', '--include=optional'], outside(process.env)))
}

/**
 * Whether what is installed is what the lock file says: each package in its version. Optional ones may be missing, as
 * those of other platforms are.
 *
 * @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }> }} Lock
 * @param {Lock} lock
 * @param {Lock} installed  node_modules/.package-lock.json, which npm writes when all is done
 */
export function holds(lock, installed) {
  return Object.entries(lock.packages).every(([name, { version, integrity, optional, devOptional }]) => {
    if (name === '') return true
    const there = installed.packages[name]
    return there
      ? there.version === version && there.integrity === integrity
      : optional === true || devOptional === true
  })
}

/**
 * The environment without our own Node: npm must not run on what it is about to replace.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function outside(env) {
  const ours = fromRoot('node_modules')
  const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => !folder.startsWith(ours))
  return { ...env, PATH: folders.join(path.delimiter), NODE_ENV: '' }
}

/** @param {string} file */
const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
