import { database } from '#lib/learner/database.ts'
import { jsonResponse, readHandler } from '../_edge/endpoint.ts'

export const dynamic = 'force-dynamic'

/** Whether the server answers and reaches its database. */
export const GET = readHandler(async () => {
  await (await database()).user.findFirst({ select: { id: true } })
  return jsonResponse({ ok: true })
})
