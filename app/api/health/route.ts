import { database } from '#lib/learner/database.ts'
import { answer, reading } from '../_edge/endpoint.ts'

export const dynamic = 'force-dynamic'

/** Whether the server answers and reaches its database. */
export const GET = reading(async () => {
  await (await database()).user.findFirst({ select: { id: true } })
  return answer({ ok: true })
})
