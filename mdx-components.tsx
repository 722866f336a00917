import type { MDXComponents } from 'mdx/types'
import type { BrokenBlockProps } from './app/(course)/lessons/[slug]/development/broken-block.tsx'

/** Imported only in development, so that production pages don’t link its styles. */
async function BrokenBlock(props: BrokenBlockProps) {
  if (process.env.NODE_ENV !== 'development') return null
  const { BrokenBlock: Block } = await import('./app/(course)/lessons/[slug]/development/broken-block.tsx')
  return <Block {...props} />
}

const development = process.env.NODE_ENV === 'development'

/**
 * What lessons may use besides Markdown is bound to the lesson: the lesson's page passes it. In development a block that
 * does not compile shows its source.
 */
export const useMDXComponents = (): MDXComponents => (development ? { BrokenBlock } : {})
