import { textPositionAt } from '#lib/course/problem.ts'
import { type FileDiagnostic, type LessonContext, warningAt } from '../lesson-context.ts'
import { findPassages, type Passage } from './passages.ts'
import { splitSentences, splitWords } from './sentences.ts'

const MAX_SENTENCE_WORDS = 40
/** Years of school, by Flesch and Kincaid; the lessons that we hold to be clear lie between 6 and 9. */
const HARDEST = 12
const WORDS_A_MINUTE = 200
/** What a reader takes in at one sitting. */
const MAX_LESSON_WORDS = 3000

/** How hard and how long a lesson is to read: warnings, never errors. */
export function checkReading({ tree, mdx, frontmatter, exerciseIds }: LessonContext): readonly FileDiagnostic[] {
  const passages = findPassages(tree, mdx)
  const words = passages.reduce((sum, { text }) => sum + splitWords(text).length, 0)
  const top = { line: 1, column: 1 }
  const diagnostics = passages.flatMap((passage) => findLongSentences(passage, mdx))
  const hard = findHardestPassages(passages)
  if (hard && hard.grade > HARDEST)
    diagnostics.push(
      warningAt(
        textPositionAt(mdx, hard.passage.start),
        'reading-age',
        `the lesson reads like year ${Math.round(hard.lesson)} of school, this paragraph like year ${Math.round(hard.grade)}`,
        'Use shorter sentences and shorter words.',
      ),
    )
  const minutes = Math.ceil(words / WORDS_A_MINUTE)
  if (words > MAX_LESSON_WORDS)
    diagnostics.push(
      warningAt(
        top,
        'length',
        `the lesson has ${words.toLocaleString('en-US')} words: ${minutes} minutes of reading`,
        'Split it: readers finish two short lessons more often than one long one.',
      ),
    )
  else if (frontmatter && minutes > frontmatter.minutes)
    diagnostics.push(
      warningAt(
        top,
        'length',
        `reading alone takes ${minutes} minutes, but the frontmatter says ${frontmatter.minutes}`,
        `Write minutes: ${minutes + 5 * exerciseIds.length}.`,
      ),
    )
  return diagnostics
}

function findLongSentences({ text, start }: Passage, mdx: string): FileDiagnostic[] {
  return splitSentences(text).flatMap(({ text: sentence, at }) => {
    const words = splitWords(sentence).length
    if (words <= MAX_SENTENCE_WORDS) return []
    return [
      warningAt(
        textPositionAt(mdx, start + at),
        'long-sentence',
        `${words} words in one sentence`,
        'Split it into two or three sentences.',
      ),
    ]
  })
}

/** The hardest paragraph of those that are long enough to be judged. */
function findHardestPassages(passages: readonly Passage[]) {
  const longPassages = passages.filter(({ text }) => splitWords(text).length >= 30)
  const lesson = computeReadingGrade(longPassages.map(({ text }) => text).join('\n'))
  return longPassages
    .map((passage) => ({ passage, grade: computeReadingGrade(passage.text), lesson }))
    .filter(() => lesson > HARDEST - 2)
    .sort((a, b) => b.grade - a.grade)[0]
}

/** Years of school that a text asks for: Kincaid et al. 1975, 0.39·words/sentences + 11.8·syllables/words − 15.59. */
export function computeReadingGrade(text: string): number {
  const words = splitWords(text)
  if (words.length === 0) return 0
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0)
  return (0.39 * words.length) / Math.max(1, splitSentences(text).length) + (11.8 * syllables) / words.length - 15.59
}

/** Groups of vowels, without the silent e at the end; at least one. */
const countSyllables = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/(?:[^laeiouy]e|[^aeiouy]es|ed)$/, '')
        .match(/[aeiouy]+/g) ?? []
    ).length,
  )
