// The table in which Prisma records applied migrations, in SQL that both databases accept.

export const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" ("id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" TIMESTAMPTZ, "migration_name" TEXT NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP, "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

export const LIST_APPLIED = `SELECT "migration_name" AS name, "checksum" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`

/** Rewrites existing values, so it fails if nothing can be written but changes nothing. */
export const TRY_WRITING = `UPDATE "_prisma_migrations" SET "logs" = "logs"`

/**
 * The statement that records a migration. Its parameters are an id, the checksum and the name.
 *
 * @param {string} now  the expression for the time
 */
export const insertApplied = (now) =>
  `INSERT INTO "_prisma_migrations" ("id","checksum","migration_name","started_at","finished_at","applied_steps_count") VALUES ($1,$2,$3,${now},${now},1)`
