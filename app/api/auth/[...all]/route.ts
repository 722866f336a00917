import { auth } from '#lib/auth/auth.ts'
import { reading, writing } from '../../_edge/endpoint.ts'
import { readText } from '../../_edge/read-json.ts'

/** Sessions and accounts: better-auth's own endpoints. */
export const GET = reading(async (request) => (await auth()).handler(request))

export const POST = writing(async (request) => {
  const body = await readText(request)
  const { handler } = await auth()
  return handler(new Request(request.url, { method: 'POST', headers: request.headers, body }))
})
