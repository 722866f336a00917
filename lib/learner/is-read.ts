/** Whether a statement of Prisma’s only reads. */
export const isRead = (sql: string): boolean => /^\s*SELECT\b/i.test(sql)
