import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import createMDX from '@next/mdx'

const development = process.env.NODE_ENV === 'development'
/** @param {string} file  from the project's root */
const at = (file) => fileURLToPath(new URL(file, import.meta.url))

const withMDX = createMDX({
  options: {
    remarkPlugins: [
      'remark-frontmatter',
      ['remark-mdx-frontmatter', { name: 'frontmatter' }],
      'remark-gfm',
      'remark-math',
    ],
    rehypePlugins: [
      'rehype-slug',
      at('lib/course/rehype-code-label.js'),
      // before KaTeX, whose elements have no lines of their own
      ...(development ? [at('lib/authoring/contain/rehype-lines.ts')] : []),
      ['rehype-katex', { strict: true, throwOnError: true }],
      at('lib/course/rehype-no-translate.js'),
    ],
  },
})

/**
 * What pages may load: only what this server gives. Next's inline scripts need 'unsafe-inline' on static pages; its
 * development server evaluates code and speaks over a WebSocket.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  // WebAssembly: the grading worker counts memory in QuickJS
  `script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src 'self'${development ? ' ws:' : ''}`,
  "frame-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

/** Changes with everything that the sandboxed frame is made of, so that a browser may keep it, also offline. */
const frameVersion = createHash('sha256')
for (const file of globSync(at('lib/sandbox/**/*.ts')).sort()) frameVersion.update(readFileSync(file))

/** @type {import('next').NextConfig} */
const config = {
  env: { SANDBOX_FRAME_VERSION: frameVersion.digest('hex').slice(0, 16) },
  // `route.dev.ts` and `page.dev.tsx`, which only serve authors, are routes in development and are ignored in production;
  // the other way round with `layout.production.tsx`
  pageExtensions: ['ts', 'tsx', 'mdx', ...(development ? ['dev.ts', 'dev.tsx'] : ['production.tsx'])],
  poweredByHeader: false,
  // no page has an image to resize, and resized images would be stored on disk
  images: { unoptimized: true },
  // Each page loads the sheets of its own components. By default Turbopack puts nearly all of them on every page.
  // Nested rules stay nested, as our browsers know them and a class is then named once.
  experimental: {
    cssChunking: { type: 'graph', requestCost: 1_000 },
    useLightningcss: true, // Turbopack always does; without it, Next warns that the next line has no effect
    lightningCssFeatures: { exclude: ['nesting'] },
  },
  // `npm test` checks types; a start need not do it again
  typescript: { ignoreBuildErrors: true },
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // read at run time from node_modules, never bundled: native code, WebAssembly, workers
  serverExternalPackages: [
    'quickjs-emscripten-core',
    '@jitl/quickjs-wasmfile-release-sync',
    '@libsql/client',
    'libsql',
    '@prisma/adapter-libsql',
    '@prisma/adapter-pg',
    'pg',
    'typescript6',
  ],
  // a lesson that does not compile breaks itself: its page says what is wrong, and the others stand
  ...(development && { turbopack: { ignoreIssue: [{ path: '**/content/lessons/**' }] } }),
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    // an answer may be spoken, if the browser and the learner allow it
    {
      source: '/interview/:id',
      headers: [
        { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(self), payment=(), usb=()' },
      ],
    },
    // the sandbox's frame has a policy of its own, far stricter; two would be joined
    {
      source: '/((?!sandbox/frame).*)',
      headers: [{ key: 'Content-Security-Policy', value: contentSecurityPolicy }],
    },
  ],
}

/** Compiles MDX with our own loader, which works in any folder. */
function compiling(config) {
  const [rule] = Object.values(config.turbopack?.rules ?? {}).flat()
  const [loader] = rule?.loaders ?? []
  if (loader) loader.loader = at('lib/course/compile-mdx-loader.js')
  return config
}

/** In development each block of MDX that does not compile is replaced before MDX reads the text. */
function containing(config) {
  if (!development) return config
  const [rule] = Object.values(config.turbopack?.rules ?? {}).flat()
  rule?.loaders.push({ loader: at('lib/authoring/contain/mdx-loader.ts') })
  return config
}

export default containing(compiling(withMDX(config)))
