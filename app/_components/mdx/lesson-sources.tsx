import { sources } from '#content/sources.ts'
import type { OutlineEntry } from '#lib/course/lesson-outline.ts'
import lessonStyles from './lesson.module.css'

/** The papers that a lesson cites, in the order in which it first does, each with the sections that it names. */
export function LessonSources({ outline }: { readonly outline: readonly OutlineEntry[] }) {
  const cited = collectSources(outline)
  if (cited.length === 0) return null
  return (
    <section>
      <h2 className={lessonStyles.stepHead} id="sources">
        Sources
      </h2>
      <ul className={lessonStyles.sources}>
        {cited.map(({ id, parts }) => {
          const source = sources[id]
          if (!source) return null
          return (
            <li key={id}>
              <a href={`https://arxiv.org/abs/${source.arxiv}`}>
                {source.authors} {source.year}
              </a>
              {source.known && ` (${source.known})`}
              {parts.length > 0 && `: ${parts.join('; ')}`}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Each cited source once, with the parts that are named, each once. */
export function collectSources(
  outline: readonly OutlineEntry[],
): readonly { readonly id: string; readonly parts: readonly string[] }[] {
  const parts = new Map<string, Set<string>>()
  for (const entry of outline) {
    if (entry.kind !== 'source') continue
    const citedParts = parts.get(entry.id) ?? new Set()
    parts.set(entry.id, citedParts)
    if (entry.part !== '') citedParts.add(entry.part)
  }
  return [...parts].map(([id, citedParts]) => ({ id, parts: [...citedParts] }))
}
