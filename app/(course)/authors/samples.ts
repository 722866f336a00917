/** Which components each sample shows: `samples/<name>.mdx`. */
export const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  answer: ['Answer'],
  note: ['Note'],
  source: ['Source'],
  'formula-pair': ['FormulaPair'],
  explains: ['Explains'],
  'often-said': ['OftenSaid'],
  play: ['Play'],
  build: ['Build', 'Sandbox'],
  say: ['Say', 'FollowUp'],
  'prose-card': ['ProseCard'],
  cards: ['Cards'],
}
