import { readHandler } from '../_edge/endpoint.ts'
import { HttpError } from '../_edge/http-error.ts'

const nothing = readHandler(async (request) => {
  const { pathname } = new URL(request.url)
  throw new HttpError(404, 'no-such-address', `There is nothing at ${pathname}.`)
})

/** Addresses that no other handler answers: 404 as JSON. */
export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT }
