import { Failure } from './failure.js'

/**
 * The origin that an address names: scheme, host and port, as browsers write them.
 *
 * @param {string} variable  where it was set, for the message
 * @param {string} text  as https://course.example
 * @returns {string}
 * @throws {Failure} when the course can't be served there, with what to write instead
 */
export function parseOrigin(variable, text) {
  const address = text.trim()
  if (!/^https?:\/\//i.test(address))
    throw new Failure(
      `${variable} must begin with http:// or https://, as in https://course.example, not “${address}”.`,
    )
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url) throw new Failure(`${variable} is not an address: “${address}”. Write it as https://course.example.`)
  if (url.username || url.password)
    throw new Failure(`${variable} must not hold a name or a password. Write it as ${url.origin}.`)
  if (url.pathname !== '/' || url.search || url.hash)
    throw new Failure(
      `${variable} must end after the host name, not “${address}”: the course needs the root of a host, as in ` +
        `${url.origin}, and can’t be served below a path.`,
    )
  return url.origin
}

/**
 * The origins in a list with commas between.
 *
 * @param {string} variable
 * @param {string} text
 * @throws {Failure} as parseOrigin
 */
export const parseOrigins = (variable, text) =>
  text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => parseOrigin(variable, part))
