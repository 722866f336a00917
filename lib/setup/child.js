import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describeSystemOutput } from './describe-system-error.js'
import { fromRoot, root } from './paths.js'
import { SetupError } from './setup-error.js'

/** Processes that are running, to be ended with ours. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let ending = false

/**
 * Starts a Node process of ours, which ends when this one does, however this one ends. Its output is piped.
 *
 * @param {string} node  path of the Node that runs it
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export const spawnNode = (node, args, env) => start(node, args, env, 'pipe')

/**
 * The same, with its output on this terminal.
 *
 * @param {string} node
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export const spawnNodeVisibly = (node, args, env) => start(node, args, env, 'inherit')

/**
 * Starts a command of ours in this process's place: it reads and writes where this one does.
 *
 * @param {string} node
 * @param {string[]} args
 */
export const execInPlace = (node, args) => track(spawn(node, args, { cwd: root, stdio: 'inherit' }))

/** @param {string} node @param {string[]} args @param {NodeJS.ProcessEnv | undefined} env @param {'pipe' | 'inherit'} output */
function start(node, args, env = process.env, output) {
  const preload = pathToFileURL(fromRoot('lib/setup/exit-with-parent.js')).href
  const all = ['--import', preload, ...args]
  return track(spawn(node, all, { cwd: root, env: { ...env, DIE_WITH_PARENT: '1' }, stdio: ['pipe', output, output] }))
}

/** Starts another program; its output is piped. @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env */
export const spawnProgram = (command, args, env = process.env) =>
  track(
    spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' }),
  )

/** @param {import('node:child_process').ChildProcess} child */
function track(child) {
  running.add(child)
  child.on('exit', () => running.delete(child))
  child.on('error', () => running.delete(child))
  return child
}

/**
 * Waits for a process to end.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ code: number, output: string }>} code 1 where a signal ended it; output of both streams as it came
 */
export function waitForExit(child) {
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (piece) => {
      output += piece
    })
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Waits for a process whose output is not ours to read. @param {import('node:child_process').ChildProcess} child */
export const exitCode = (child) =>
  new Promise((resolve) => child.on('exit', (code) => resolve(Number(code ?? (ending ? 0 : 1)))))

/**
 * Waits for a step of set-up, whose output is noise unless it fails.
 *
 * @param {string} what  for the message: “The build”
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>} its output
 * @throws {SetupError}
 */
export async function runOrFail(what, child) {
  const { code, output } = await waitForExit(child)
  if (code !== 0)
    throw new SetupError(ending ? 'Ended.' : (describeSystemOutput(output) ?? `${what} failed.\n${output.trim()}`))
  return output
}

/** Whether a process ends with code 0. @param {import('node:child_process').ChildProcess} child */
export const exitedCleanly = async (child) => (await waitForExit(child)).code === 0

/** Ends what is running when a terminal or a supervisor asks this process to end; twice, at once. */
export function forwardSignals() {
  const end = () => {
    if (running.size === 0) process.exit(0)
    for (const child of running) child.kill(ending ? 'SIGKILL' : 'SIGTERM')
    if (!ending) setTimeout(end, 10_000).unref()
    ending = true
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
  endWithNpm(end)
}

/** Whether this process was asked to end. */
export const isEnding = () => ending

/**
 * A command that npm started ends when npm is killed: its parent, or that of the shell between them, is another one then.
 *
 * @param {() => void} end
 */
function endWithNpm(end) {
  if (!process.env.npm_lifecycle_event) return
  const started = ancestry()
  const watch = setInterval(() => {
    if (ancestry() === started) return
    clearInterval(watch)
    end()
  }, 250)
  watch.unref()
}

/** Who started us: our parent, and where that is a shell which Linux knows of, its parent too. */
function ancestry() {
  try {
    const [, name, shellParent] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8')) ?? []
    return name?.endsWith('sh') ? `${process.ppid} ${shellParent}` : `${process.ppid}`
  } catch {
    return `${process.ppid}`
  }
}
