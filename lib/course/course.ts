import type { Tolerance } from '#lib/grading/exercise.ts'
import type { NumberTemplate } from '#lib/review/number/template.ts'
import type { Card } from './card.ts'
import type { Frontmatter } from './frontmatter.ts'
import type { OutlineEntry } from './lesson-outline.ts'
import type { CourseProblem } from './problem.ts'

/** What pages and handlers need to know of an exercise without running it. */
export interface ExerciseInfo {
  readonly id: string
  /** Slug of its lesson. */
  readonly lesson: string
  readonly kind: 'function' | 'class'
  /** The function or class that a learner writes. */
  readonly name: string
  readonly signature: string
  readonly hints: readonly string[]
  readonly tolerance: Tolerance
  readonly misconceptions: readonly { readonly id: string; readonly headline: string }[]
  /** Hash of its definition: a verdict holds for the version that it was given for. */
  readonly version: string
}

/** A lesson as its folder in content/lessons gives it. */
export interface Lesson {
  readonly slug: string
  /** 1…n in the order of the course; 0 for a draft. */
  readonly number: number
  /** Title of its section; empty for a lesson that no section lists. */
  readonly section: string
  readonly frontmatter: Frontmatter
  /** In the order of the tabs. */
  readonly exercises: readonly ExerciseInfo[]
  readonly cards: readonly Card[]
  /** Its questions with fresh numbers, where it has any. */
  readonly numbers?: readonly NumberTemplate[]
  /** What is in its text, from top to bottom. */
  readonly outline: readonly OutlineEntry[]
}

/** All of content/, validated. */
export interface Course {
  readonly title: string
  readonly subtitle: string
  /** Id of the exercise of the home page. */
  readonly homeExercise: string
  /** Sections that have a published lesson, with their published lessons in order. */
  readonly sections: readonly { readonly title: string; readonly lessons: readonly Lesson[] }[]
  /**
   * The published lessons in order, numbered 1…n. Whatever learners choose from, are scheduled for or see comes from
   * these alone.
   */
  readonly publishedLessons: readonly Lesson[]
  /** Published lessons and drafts, in the order of the course. */
  readonly lessons: readonly Lesson[]
  /** Not on the map, 404 for learners. */
  readonly draftLessons: readonly Lesson[]
  /** Empty in production: there a problem stops the course from being read. */
  readonly problems: readonly CourseProblem[]
}
