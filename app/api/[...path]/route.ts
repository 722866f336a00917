import { reading } from '../_edge/endpoint.ts'
import { Refusal } from '../_edge/refusal.ts'

const nothing = reading(async (request) => {
  const { pathname } = new URL(request.url)
  throw new Refusal(404, 'no-such-address', `There is nothing at ${pathname}.`)
})

/** Addresses that no other handler answers: 404 as JSON. */
export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT }
