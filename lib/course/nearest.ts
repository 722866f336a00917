import { editDistance } from '#lib/matcher/edit-distance.ts'

/** Things by how near their names are to one that was asked for; those that are far keep their order. */
export function findNearest<T extends { readonly slug: string }>(wrongName: string, all: readonly T[]): readonly T[] {
  if (wrongName === '') return all
  const far = (candidate: T) => {
    if (candidate.slug.includes(wrongName) || wrongName.includes(candidate.slug)) return 1
    return Math.min(
      editDistance(wrongName, candidate.slug),
      Math.ceil(Math.max(wrongName.length, candidate.slug.length) / 2),
    )
  }
  return all
    .map((candidate) => ({ it: candidate, far: far(candidate) }))
    .sort((a, b) => a.far - b.far)
    .map(({ it: candidate }) => candidate)
}

/** The name that was most likely meant, if any is near enough: about a third of its letters differ at most. */
export function findNearestName(wrongName: string, names: Iterable<string>): string | undefined {
  let best: { readonly name: string; readonly far: number } | undefined
  for (const name of names) {
    const inside = wrongName.length > 2 && (name.includes(wrongName) || wrongName.includes(name))
    const apart = editDistance(wrongName.toLowerCase(), name.toLowerCase())
    const far = inside ? Math.min(apart, 1.5) : apart
    if ((inside || far <= Math.ceil(name.length / 3)) && far < (best?.far ?? Number.POSITIVE_INFINITY))
      best = { name, far }
  }
  return best?.name
}
