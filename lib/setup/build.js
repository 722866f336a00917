import { existsSync, rmSync } from 'node:fs'
import { runOrFail, spawnNode } from './child.js'
import { buildFolder, fromRoot, root } from './paths.js'
import { hashFiles, runIfChanged } from './run-if-changed.js'
import { SetupError } from './setup-error.js'

const SOURCES = [
  'app',
  'lib',
  'content',
  'public',
  'prisma/models.prisma',
  'mdx-components.tsx',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
/** @param {string} file */
const isBuilt = (file) => !/\.(test|bench)\.tsx?$|[\\/]lib[\\/](setup|learner[\\/]generated)[\\/]/.test(file)

/**
 * Builds the pages and the server for production where sources changed.
 *
 * @param {string} node
 * @param {import('./log.js').Logger} log
 */
export async function build(node, log) {
  const key = hashFiles(
    SOURCES.map((source) => fromRoot(source)),
    isBuilt,
  )
  const stamp = fromRoot(buildFolder(), '.course-sources')
  // Next writes BUILD_ID when a build is complete; without it, somebody may have cleared the folder
  if (!existsSync(fromRoot(buildFolder(), 'BUILD_ID'))) rmSync(stamp, { force: true })
  await runIfChanged(stamp, key, async () => {
    requireBuildableFolder(root)
    log('building the pages (about a minute, after a change) …')
    // types that `next dev` left behind would fail the build's check
    rmSync(fromRoot(buildFolder(), 'dev'), { recursive: true, force: true })
    const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    await runOrFail('The build', spawnNode(node, ['node_modules/next/dist/bin/next', 'build'], env))
  })
}

/**
 * Refuses a folder whose path contains “#” or “?”, which Next takes for the end of a file name.
 *
 * @param {string} folder
 * @throws {SetupError} if pages can’t be built there
 */
export function requireBuildableFolder(folder) {
  const [character] = /[#?]/.exec(folder) ?? []
  if (character)
    throw new SetupError(
      `The pages can’t be built in ${folder}, because of the “${character}” in that path: rename the folder and start again.`,
    )
}
