import 'server-only'
import { z } from 'zod'
import type { Database } from './database.ts'
import { StoredCountSchema } from './raw-columns.ts'

/** About what a row takes besides the texts that are counted: its keys, its times, its index entries. */
const ROW_BYTES = 300

const RowSchema = z.tuple([z.object({ bytes: StoredCountSchema })])

/** Measures how many bytes of the database a learner's work takes, about. */
export async function measureStoredBytes(db: Database, learnerId: string): Promise<number> {
  const rows = await db.$queryRaw`
    SELECT CAST(COALESCE(SUM(part.bytes), 0) AS BIGINT) AS bytes FROM (
      SELECT SUM(OCTET_LENGTH("source") + ${ROW_BYTES}) AS bytes FROM "Submission" WHERE "learnerId" = ${learnerId}
      UNION ALL
      SELECT SUM(OCTET_LENGTH(CAST(v."verdict" AS TEXT)) + ${ROW_BYTES}) FROM "Verdict" v
        JOIN "Submission" s ON s."id" = v."submissionId" WHERE s."learnerId" = ${learnerId}
      UNION ALL
      SELECT SUM(OCTET_LENGTH("source") + ${ROW_BYTES}) FROM "Draft" WHERE "learnerId" = ${learnerId}
      UNION ALL
      SELECT SUM(OCTET_LENGTH("source") + ${ROW_BYTES}) FROM "DraftKept" WHERE "learnerId" = ${learnerId}
      UNION ALL
      SELECT COUNT(*) * ${ROW_BYTES} FROM "SolutionSeen" WHERE "learnerId" = ${learnerId}
      UNION ALL
      SELECT SUM(OCTET_LENGTH(CAST("before" AS TEXT)) + OCTET_LENGTH(CAST("after" AS TEXT)) + ${ROW_BYTES})
        FROM "Review" WHERE "learnerId" = ${learnerId}
      UNION ALL
      SELECT SUM(OCTET_LENGTH(CAST("detail" AS TEXT)) + ${ROW_BYTES}) FROM "ReviewAction" WHERE "learnerId" = ${learnerId}
      UNION ALL
      SELECT SUM(OCTET_LENGTH(CAST("plan" AS TEXT)) + ${ROW_BYTES}) FROM "Interview" WHERE "learnerId" = ${learnerId}
      UNION ALL
      SELECT SUM(OCTET_LENGTH(CAST(e."event" AS TEXT)) + ${ROW_BYTES}) FROM "InterviewEvent" e
        JOIN "Interview" i ON i."id" = e."interviewId" WHERE i."learnerId" = ${learnerId}
      UNION ALL
      SELECT SUM(OCTET_LENGTH(CAST(d."draft" AS TEXT)) + ${ROW_BYTES}) FROM "InterviewDraft" d
        JOIN "Interview" i ON i."id" = d."interviewId" WHERE i."learnerId" = ${learnerId}
    ) AS part`
  const [{ bytes }] = RowSchema.parse(rows)
  return bytes
}
