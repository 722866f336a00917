import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { 'server-only': new URL('./node_modules/server-only/empty.js', import.meta.url).pathname } },
  test: { include: ['{lib,content,app,prisma}/**/*.test.{ts,tsx}'] },
})
