// npm run --silent match -- FILE [--json]: which key points answers cover, and how often that is what a person said.
import path from 'node:path'
import { createMatcher } from '#lib/matcher/match.ts'
import { allCards } from './match-cards.ts'
import { matchFile } from './match-file.ts'

const root = path.resolve(import.meta.dirname, '../..')
process.stdout.on('error', () => process.exit()) // who read the results has left

process.exitCode = await matchFile(process.argv.slice(2), {
  matcher: createMatcher,
  cards: () => allCards(path.join(root, 'content/lessons')),
  // npm runs its scripts at the project's root, whatever folder they were asked for in
  folder: process.env.INIT_CWD ?? process.cwd(),
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
})
