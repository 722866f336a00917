// node prisma/write-migration.js NAME: writes the migration from the last snapshot to models.prisma, for SQLite and for
// PostgreSQL, with Prisma's own engine in WebAssembly. DATABASE_URL must name some reachable PostgreSQL: the engine asks it
// for its version, and changes nothing there.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'

const root = path.dirname(fileURLToPath(import.meta.url))
const [name] = process.argv.slice(2)
if (!/^[a-z0-9_]+$/.test(name ?? '')) {
  console.error(
    'Give the migration a name of lowercase letters and underscores: node prisma/write-migration.js add_reviews',
  )
  process.exit(1)
}
const url = process.env.DATABASE_URL ?? ''
if (!url.startsWith('postgres')) {
  console.error('Set DATABASE_URL to a reachable PostgreSQL server (this only reads its version and changes nothing).')
  process.exit(1)
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
await write('postgresql', new PrismaPg({ connectionString: url }))
await write('sqlite', new PrismaLibSql({ url: ':memory:' }))
process.exit(0)

async function write(provider, factory) {
  const folder = path.join(root, provider)
  const migrations = path.join(folder, 'migrations')
  const names = (await readdir(folder)).filter((file) => file.endsWith('.prisma')).sort()
  const files = await Promise.all(
    names.map(async (file) => ({
      path: path.join(folder, file),
      content: await readFile(path.join(folder, file), 'utf8'),
    })),
  )
  // Prisma reads every .prisma file below the folder: the snapshot ends otherwise
  const snapshot = path.join(migrations, 'schema.snapshot.txt')
  const before = await readFile(snapshot, 'utf8').catch(() => undefined)
  const engine = await SchemaEngine.new(
    { datamodels: files.map((file) => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  const { stdout } = await engine.diff({
    from: before ? { tag: 'schemaDatamodel', files: [{ path: snapshot, content: before }] } : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  await writeFile(snapshot, files.map((file) => file.content).join('\n'))
  // fields and models that are renamed with @map and @@map
  if (/^\s*(-- This is an empty migration\.)?\s*$/.test(stdout))
    return console.log(`${provider}: nothing changed in the database`)
  const out = path.join(migrations, `${stamp}_${name}`)
  await mkdir(out, { recursive: true })
  await writeFile(path.join(out, 'migration.sql'), stdout)
  await writeFile(path.join(migrations, 'migration_lock.toml'), `provider = "${provider}"\n`)
  console.log(path.relative(process.cwd(), out))
}
