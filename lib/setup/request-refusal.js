// Refuses requests that neither people nor our pages send, and that would waste time or break the code behind this
// check.

/** @typedef {{ status: number, reason: string, headers?: Record<string, string> }} RequestRefusal */

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const READING_METHODS = ['GET', 'HEAD', 'OPTIONS']
const WRITABLE_PATHS = /^\/api\//
/** Next’s development server has paths of its own. */
const WRITABLE_PATHS_IN_DEVELOPMENT = /^\/(api\/|_)/
/** The longest URL that our pages request names 60 cards and has about 2,700 characters. */
const MAX_URL_CHARS = 4096
/** Next’s time for parsing a query is quadratic in the number of parameters. Our pages send at most two. */
const MAX_QUERY_PARAMETERS = 64

/**
 * Describes why a request is refused; undefined if it may pass.
 *
 * @param {{ method?: string | undefined, url?: string | undefined }} request
 * @param {{ isDevelopment: boolean }} server
 * @returns {RequestRefusal | undefined}
 */
export function describeRefusal({ method = '', url = '' }, { isDevelopment }) {
  if (!METHODS.includes(method))
    return {
      status: 405,
      reason: `This server doesn’t answer ${method} requests.`,
      headers: { Allow: METHODS.join(', ') },
    }
  if (url.length > MAX_URL_CHARS)
    return { status: 414, reason: `The address is longer than ${MAX_URL_CHARS.toLocaleString('en-US')} characters.` }
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  if (!path.startsWith('/') || !isDecodable(path))
    return {
      status: 400,
      reason: 'The address is malformed. Check it for a stray % sign, or start from the home page.',
    }
  // our pages have no server actions: Next would look for one and log an error
  const writable = isDevelopment ? WRITABLE_PATHS_IN_DEVELOPMENT : WRITABLE_PATHS
  if (!READING_METHODS.includes(method) && !writable.test(path))
    return { status: 405, reason: 'Pages are read-only.', headers: { Allow: READING_METHODS.join(', ') } }
  if (url.split('&', MAX_QUERY_PARAMETERS + 1).length > MAX_QUERY_PARAMETERS)
    return {
      status: 400,
      reason: `The address has more than ${MAX_QUERY_PARAMETERS} parameters after the question mark.`,
    }
  return undefined
}

/** @param {string} path */
function isDecodable(path) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
