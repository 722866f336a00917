import { defineConfig } from 'prisma/config'

const provider =
  process.env.PRISMA_PROVIDER ?? (process.env.DATABASE_URL?.startsWith('postgres') ? 'postgresql' : 'sqlite')

export default defineConfig({
  schema: `prisma/${provider}`,
  migrations: { path: `prisma/${provider}/migrations` },
})
