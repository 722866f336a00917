import { auth } from '#lib/auth/auth.ts'
import { handleAccountRequest } from '#lib/auth/handle-account-request.ts'
import { readHandler, writeHandler } from '../../_edge/endpoint.ts'
import { requireAllowance } from '../../_edge/limit.ts'
import { readText } from '../../_edge/read-json.ts'

/** Sessions and accounts: what better-auth does, behind limits. */
export const GET = readHandler(async (request) => handleAccountRequest(request, '', auth()))

export const POST = writeHandler(async (request) => {
  if (CHECKS_PASSWORD.test(new URL(request.url).pathname)) requireAllowance('password', request)
  return handleAccountRequest(request, await readText(request), auth())
})

/** The requests that check or set a password. */
const CHECKS_PASSWORD = /\/(sign-up\/email|sign-in\/email|change-password)$/
