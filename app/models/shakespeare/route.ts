import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The weights of the small trained model, for figures that run it in the browser. */
export const dynamic = 'force-static'

const FILE = 'content/models/shakespeare/model.safetensors'

export function GET(): Response {
  const bytes = readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), FILE))
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(bytes.length) },
  })
}
