import { pathToFileURL } from 'node:url'
import { readListenAddress } from './listen-address.js'
import { fromRoot } from './paths.js'

/** Maximum size of a request’s headers. Larger ones are answered with 431. Browsers send one or two thousand bytes. */
const MAX_HEADER_BYTES = 8192

/**
 * Node’s arguments for serving pages: first the request guard, then Next.
 *
 * @param {'start' | 'dev'} mode
 * @param {Readonly<Record<string, string | undefined>> & { PORT: string }} env
 */
export const createServerArguments = (mode, env) => [
  '--import',
  pathToFileURL(fromRoot('lib/setup/server-preload.js')).href,
  `--max-http-header-size=${MAX_HEADER_BYTES}`,
  'node_modules/next/dist/bin/next',
  mode,
  '-p',
  env.PORT,
  '-H',
  readListenAddress(env, env.PORT).address,
]
