/** Whether a statement, of Prisma's or of ours, only reads. In doubt it doesn't. */
export const isRead = (sql: string): boolean =>
  /^\s*SELECT\b/i.test(sql) || (/^\s*WITH\b/i.test(sql) && !/\b(INSERT|UPDATE|DELETE|REPLACE)\b/i.test(sql))
