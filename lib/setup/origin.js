import { SetupError } from './setup-error.js'

/**
 * Parses the origin of an address: scheme, host and port, as browsers write them.
 *
 * @param {string} variable  where it was set, for the message
 * @param {string} text such as https://course.example
 * @returns {string}
 * @throws {SetupError} with what to write instead, if the course can’t be served there
 */
export function parseOrigin(variable, text) {
  const address = text.trim()
  if (!/^https?:\/\//i.test(address))
    throw new SetupError(
      `${variable} must begin with http:// or https://, as in https://course.example, not “${address}”.`,
    )
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url) throw new SetupError(`${variable} is not an address: “${address}”. Write it as https://course.example.`)
  if (url.username || url.password)
    throw new SetupError(`${variable} must not contain a user name or password. Write it as ${url.origin}.`)
  if (url.pathname !== '/' || url.search || url.hash)
    throw new SetupError(
      `${variable} must end after the host name, not “${address}”: the course needs the root of a host, as in ` +
        `${url.origin}, and can’t be served below a path.`,
    )
  return url.origin
}

/**
 * Parses the origins in a list separated by commas.
 *
 * @param {string} variable
 * @param {string} text
 * @throws {SetupError} as parseOrigin
 */
export const parseOrigins = (variable, text) =>
  text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => parseOrigin(variable, part))
