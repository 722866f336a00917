import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { spawnNode, waitForExit } from './child.js'
import { playwrightTally, vitestTally } from './tally.js'

/**
 * A part of npm test. `output` is shown when something failed.
 *
 * @typedef {{ passed: number, failed: number, failures?: string[], output: string }} Result
 * @typedef {{ name: string, run: () => Promise<Result> }} Step
 */

/**
 * A step that passes or fails as a whole.
 *
 * @param {string} name
 * @param {string} node
 * @param {string[]} args
 * @returns {Step}
 */
export const staticStep = (name, node, args) => ({
  name,
  run: async () => {
    const { code, output } = await waitForExit(spawnNode(node, args))
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output }
  },
})

/**
 * Unit and property tests, in Vitest.
 *
 * @param {string} node
 * @param {string} folder  for the report
 * @param {() => Promise<void>} ready installs what some tests need, if possible
 * @returns {Step}
 */
export const unitTests = (node, folder, ready) => ({
  name: 'unit and property tests',
  run: async () => {
    await ready()
    const report = path.join(folder, 'vitest.json')
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
    const { code, output } = await waitForExit(showProgress(spawnNode(node, [...args, `--outputFile.json=${report}`])))
    return { ...vitestTally(text(report), code), output }
  },
})

/**
 * Journeys in a real browser, in Playwright, which starts the production build on a database and a port of its own.
 *
 * @param {string} node
 * @param {string} folder  for the report and the database
 * @param {() => Promise<void>} ready  what they need first
 * @returns {Step}
 */
export const journeys = (node, folder, ready) => ({
  name: 'journeys',
  run: async () => {
    try {
      await ready()
    } catch (error) {
      return { passed: 0, failed: 1, output: error.message }
    }
    const report = path.join(folder, 'playwright.json')
    const env = {
      ...process.env,
      E2E_PORT: String(await freePort()),
      E2E_FOLDER: folder,
      E2E_SECRET: randomBytes(32).toString('hex'),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      FORCE_COLOR: '0',
    }
    const args = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json']
    const { code, output } = await waitForExit(showProgress(spawnNode(node, args, env)))
    return { ...playwrightTally(text(report), code), output }
  },
})

/** Shows what a test runner has finished. @param {import('node:child_process').ChildProcess} child */
function showProgress(child) {
  const listen = createProgressListener((line) => process.stderr.write(`${line}\n`))
  child.stdout?.setEncoding('utf8').on('data', listen)
  return child
}

/** @param {string} file */
const text = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

/** Below the ports that systems take for outgoing connections, so that none of those takes it before a server does. */
const PORTS = { min: 10_000, max: 32_000 }

/** A port that nobody listens on. @returns {Promise<number>} */
export async function freePort() {
  for (;;) {
    const port = randomInt(PORTS.min, PORTS.max)
    if (await isFree(port)) return port
  }
}

/** @param {number} port @returns {Promise<boolean>} */
const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })

/** How Vitest and Playwright begin the line of a file or a journey that has ended. */
const FINISHED = /^\s+[✓✘×❯-]\s/

/**
 * Creates a listener to a test runner's output, which comes in pieces.
 *
 * @param {(line: string) => void} onFinished  called with each line that says how a file or a journey ended, without colors
 * @returns {(piece: string) => void}
 */
export function createProgressListener(onFinished) {
  let rest = ''
  return (piece) => {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines.map(stripVTControlCharacters)) if (FINISHED.test(line)) onFinished(line)
  }
}
