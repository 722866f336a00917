import { existsSync, rmSync } from 'node:fs'
import { startNode, succeeded } from './child.js'
import { Failure } from './failure.js'
import { hashOf, once } from './once.js'
import { at, buildFolder, root } from './place.js'

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
 * @param {import('./say.js').Say} say
 */
export async function build(node, say) {
  const key = hashOf(
    SOURCES.map((it) => at(it)),
    isBuilt,
  )
  const stamp = at(buildFolder(), '.course-sources')
  // Next writes BUILD_ID when a build is complete; without it, somebody may have cleared the folder
  if (!existsSync(at(buildFolder(), 'BUILD_ID'))) rmSync(stamp, { force: true })
  await once(stamp, key, async () => {
    requireBuildableFolder(root)
    say('building the pages (about a minute, after a change) …')
    // types that `next dev` left behind would fail the build's check
    rmSync(at(buildFolder(), 'dev'), { recursive: true, force: true })
    const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
    await succeeded('The build', startNode(node, ['node_modules/next/dist/bin/next', 'build'], env))
  })
}

/**
 * Refuses a folder whose path contains “#” or “?”, which Next takes for the end of a file name.
 *
 * @param {string} folder
 * @throws {Failure} if pages can’t be built there
 */
export function requireBuildableFolder(folder) {
  const [character] = /[#?]/.exec(folder) ?? []
  if (character)
    throw new Failure(
      `The pages can’t be built in ${folder}, because of the “${character}” in that path: rename the folder and start again.`,
    )
}
