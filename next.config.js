import createMDX from '@next/mdx'

const withMDX = createMDX({
  options: {
    remarkPlugins: [
      'remark-frontmatter',
      ['remark-mdx-frontmatter', { name: 'frontmatter' }],
      'remark-gfm',
      'remark-math',
    ],
    rehypePlugins: ['rehype-slug', ['rehype-katex', { strict: true, throwOnError: true }]],
  },
})

/** @type {import('next').NextConfig} */
const config = {
  pageExtensions: ['ts', 'tsx', 'mdx'],
  poweredByHeader: false,
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
  ],
}

export default withMDX(config)
