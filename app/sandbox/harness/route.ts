import { bootText } from '#lib/sandbox/quickjs/boot-text.ts'

/** What QuickJS evaluates first. Made once, by the build, which reads the harness from its files. */
export const dynamic = 'force-static'

export function GET(): Response {
  return new Response(bootText(), { headers: { 'content-type': 'text/javascript; charset=utf-8' } })
}
