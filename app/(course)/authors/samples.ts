/** Which components each sample shows: `samples/<name>.mdx`. */
export const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  'short-answer': ['ShortAnswer'],
  note: ['Note'],
  source: ['Source'],
  terms: ['Terms', 'Term'],
  'formula-pair': ['FormulaPair'],
  'code-mistake': ['CodeMistake'],
  'common-mistake': ['CommonMistake'],
  'try-it': ['TryIt'],
  'exercise-group': ['ExerciseGroup', 'Exercise'],
  'follow-ups': ['FollowUps', 'FollowUp'],
  'inline-card': ['InlineCard'],
  cards: ['Cards'],
}
