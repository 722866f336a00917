import type { MDXComponents } from 'mdx/types'

/** What lessons may use besides Markdown is bound to the lesson: the lesson's page passes it. */
export const useMDXComponents = (): MDXComponents => ({})
