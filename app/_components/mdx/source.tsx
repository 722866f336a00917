import { sources } from '#content/sources.ts'

interface SourceProps {
  /** Its id in content/sources.ts. */
  readonly id: string
  /** Where in it: “§3.2.1”. */
  readonly part?: string
}

/**
 * A short citation that leads to the paper.
 *
 * @throws Error when content/sources.ts has no such source
 */
export function Source({ id, part }: SourceProps) {
  const source = sources[id]
  if (!source) throw new Error(`There is no source “${id}”: content/sources.ts lists those that there are.`)
  return (
    <span>
      <a href={`https://arxiv.org/abs/${source.arxiv}`}>
        {source.authors} {source.year}
      </a>
      {part && `, ${part}`}
    </span>
  )
}
