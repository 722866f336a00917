/** What `content/course.ts` says of the course as a whole. Lessons that have no folder yet, or are drafts, are not shown. */
export interface CourseDefinition {
  readonly title: string
  readonly subtitle: string
  /** The exercise of the first minute on the home page; its starter is broken on purpose. */
  readonly homeExercise: string
  readonly sections: readonly { readonly title: string; readonly lessons: readonly string[] }[]
}
