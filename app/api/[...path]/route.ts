import { readHandler } from '../_edge/endpoint.ts'
import { HttpError } from '../_edge/http-error.ts'

const handleUnknownPath = readHandler(async (request) => {
  const { pathname } = new URL(request.url)
  throw new HttpError(404, 'no-such-address', `There is nothing at ${pathname}.`)
})

/** Addresses that no other handler answers: 404 as JSON. */
export {
  handleUnknownPath as DELETE,
  handleUnknownPath as GET,
  handleUnknownPath as PATCH,
  handleUnknownPath as POST,
  handleUnknownPath as PUT,
}
