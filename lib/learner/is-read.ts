/** Whether a statement (Prisma’s or ours) only reads. If in doubt, returns false. */
export const isRead = (sql: string): boolean =>
  /^\s*SELECT\b/i.test(sql) || (/^\s*WITH\b/i.test(sql) && !/\b(INSERT|UPDATE|DELETE|REPLACE)\b/i.test(sql))
