import type { MDXComponents } from 'mdx/types'
import { BrokenBlock } from './app/(course)/lessons/[slug]/development/broken-block.tsx'

const development = process.env.NODE_ENV === 'development'

/**
 * What lessons may use besides Markdown is bound to the lesson: the lesson's page passes it. In development a block that
 * does not compile shows its source.
 */
export const useMDXComponents = (): MDXComponents => (development ? { BrokenBlock } : {})
