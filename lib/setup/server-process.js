import { pathToFileURL } from 'node:url'
import { readListenAddress } from './listen-address.js'
import { at } from './place.js'

/** Bytes of all headers of a request at most; more is answered with 431. Browsers send one or two thousand. */
const MAX_HEADER_BYTES = 8192

/**
 * What Node is started with to serve pages: the guard of requests first, then Next.
 *
 * @param {'start' | 'dev'} mode
 * @param {Readonly<Record<string, string | undefined>> & { PORT: string }} env
 */
export const serverArguments = (mode, env) => [
  '--import',
  pathToFileURL(at('lib/setup/server-preload.js')).href,
  `--max-http-header-size=${MAX_HEADER_BYTES}`,
  'node_modules/next/dist/bin/next',
  mode,
  '-p',
  env.PORT,
  '-H',
  readListenAddress(env, env.PORT).address,
]
