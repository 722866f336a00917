import { frameDocument } from '#lib/sandbox/frame-document.ts'

/** Made once, by the build, which reads the harness from its files. */
export const dynamic = 'force-static'

export function GET(): Response {
  const { html, csp } = frameDocument()
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': csp,
      // its address has its version, which changes with a new build
      'cache-control': process.env.NODE_ENV === 'development' ? 'no-store' : 'public, max-age=86400',
    },
  })
}
