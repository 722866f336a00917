import { describeSystemError } from './describe-system-error.js'

/** An error for the person at the terminal: what happened, and what to do. */
export class SetupError extends Error {}

/**
 * Runs a command of ours, and ends the process with what went wrong where something did.
 *
 * @param {() => Promise<number | void>} main  gives the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : (describeSystemError(error) ?? error))
    process.exitCode = 1
  }
}
