/** A page of the authors’ guide. */
export interface GuidePageInfo {
  readonly href: string
  readonly title: string
}

/** The pages of the authors’ guide, in reading order. */
export const GUIDE_PAGES = [
  { href: '/authors', title: 'Start here' },
  { href: '/authors/text', title: 'Text' },
  { href: '/authors/components', title: 'Components' },
  { href: '/authors/figures', title: 'Figures' },
  { href: '/authors/exercises', title: 'Exercises' },
  { href: '/authors/cards', title: 'Cards and numbers' },
  { href: '/authors/answers', title: 'Right and wrong answers' },
] as const satisfies readonly GuidePageInfo[]

export type GuideHref = (typeof GUIDE_PAGES)[number]['href']

const MOVED: Readonly<Record<string, GuideHref>> = {
  text: '/authors/text',
  components: '/authors/components',
  figures: '/authors/figures',
  exercises: '/authors/exercises',
  'cards-of-a-lesson': '/authors/cards',
  misconceptions: '/authors/answers',
  strength: '/authors/answers',
}

/**
 * Finds where a heading is that was on `/authors` when the guide was a single page.
 *
 * @param hash  as in an address, with its `#`
 * @returns its address now; undefined if it’s still on `/authors`, or never was
 */
export function findMovedHeading(hash: string): string | undefined {
  const id = hash.slice(1)
  const page = Object.hasOwn(MOVED, id) ? MOVED[id] : undefined
  if (page) return `${page}${hash}`
  if (id.startsWith('component-')) return `/authors/components${hash}`
  if (id.startsWith('feature-')) return `/authors/exercises${hash}`
  return undefined
}
