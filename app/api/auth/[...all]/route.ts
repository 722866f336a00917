import { auth } from '#lib/auth/auth.ts'
import { handleAccountRequest } from '#lib/auth/handle-account-request.ts'
import { countAccountRequest } from '../../_edge/account-rate.ts'
import { reading, writing } from '../../_edge/endpoint.ts'
import { readText } from '../../_edge/read-json.ts'

/** Sessions and accounts: what better-auth does, behind limits. */
export const GET = reading(async (request) => handleAccountRequest(request, '', auth()))

export const POST = writing(async (request) => {
  countAccountRequest(request)
  return handleAccountRequest(request, await readText(request), auth())
})
