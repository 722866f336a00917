/** Things by how near their names are to one that was asked for; those that are far keep their order. */
export function nearest<T extends { readonly slug: string }>(asked: string, all: readonly T[]): readonly T[] {
  if (asked === '') return all
  const far = (it: T) => {
    if (it.slug.includes(asked) || asked.includes(it.slug)) return 1
    return Math.min(distance(asked, it.slug), Math.ceil(Math.max(asked.length, it.slug.length) / 2))
  }
  return all
    .map((it) => ({ it, far: far(it) }))
    .sort((a, b) => a.far - b.far)
    .map(({ it }) => it)
}

/** How many letters must be put in, taken out or changed to make one word of the other (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The name that was most likely meant, if any is near enough: about a third of its letters differ at most. */
export function nearestName(asked: string, names: Iterable<string>): string | undefined {
  let best: { readonly name: string; readonly far: number } | undefined
  for (const name of names) {
    const inside = asked.length > 2 && (name.includes(asked) || asked.includes(name))
    const apart = distance(asked.toLowerCase(), name.toLowerCase())
    const far = inside ? Math.min(apart, 1.5) : apart
    if ((inside || far <= Math.ceil(name.length / 3)) && far < (best?.far ?? Number.POSITIVE_INFINITY))
      best = { name, far }
  }
  return best?.name
}
