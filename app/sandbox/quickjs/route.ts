import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The WebAssembly of QuickJS, for exercises whose memory is counted in the browser as well. */
export const dynamic = 'force-static'

const FILE = 'node_modules/@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm'

export function GET(): Response {
  const bytes = readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), FILE))
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/wasm' } })
}
