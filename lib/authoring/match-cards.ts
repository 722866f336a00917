import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Card } from '#lib/course/card.ts'
import { readCards } from '#lib/course/read-cards.ts'
import { readSource } from '#lib/course/read-source.ts'

/** The cards of all lessons below a folder, those of drafts included, by their ids. A card that is not right is left out. */
export async function allCards(lessons: string): Promise<ReadonlyMap<string, Card>> {
  const slugs = (await readdir(lessons)).filter((slug) => existsSync(path.join(lessons, slug, 'cards.ts'))).sort()
  const read = await Promise.all(slugs.map((slug) => loadCards(path.join(lessons, slug, 'cards.ts'), slug)))
  return new Map(read.flat().map((card) => [card.id, card]))
}

async function loadCards(file: string, slug: string): Promise<readonly Card[]> {
  const { default: exported } = await load(slug)
  return readCards(exported, slug, await readSource(file), file).cards
}

/** The bundler needs a relative template; Node and Vitest read the same. */
const load = (slug: string): Promise<{ default?: unknown }> => import(`../../content/lessons/${slug}/cards.ts`)
