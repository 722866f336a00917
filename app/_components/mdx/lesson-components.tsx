/* biome-ignore-all lint/correctness/noComponentHookFactories: bound once per page, on the server, where there is no state to lose */
import type { MDXComponents } from 'mdx/types'
import type { ComponentProps } from 'react'
import type { Lesson } from '#lib/course/course.ts'
import { CardList, InlineCard } from './cards.tsx'
import { CodeMistake } from './code-mistakes.tsx'
import type { ExerciseProps } from './exercise.tsx'
import { ExerciseGroup } from './exercise-group.tsx'
import { FollowUp, FollowUps } from './follow-ups.tsx'
import { CommonMistake, FormulaPair, Note, ShortAnswer, Source, Term, Terms, TryIt } from './passages.tsx'

/** What the author of a lesson may use besides Markdown, bound to the lesson where it needs to know it. */
export function createLessonComponents(lesson: Lesson, next: Lesson | undefined) {
  /** Read by ExerciseGroup, which places it. */
  const Exercise = (_: ExerciseProps) => null
  const bound = {
    ExerciseGroup: ({ title, children }: Pick<ComponentProps<typeof ExerciseGroup>, 'title' | 'children'>) => (
      <ExerciseGroup lesson={lesson} next={next} title={title} component={Exercise}>
        {children}
      </ExerciseGroup>
    ),
    Exercise,
    Cards: () => <CardList lesson={lesson.slug} cards={lesson.cards} />,
    InlineCard: ({ id }: { readonly id: string }) => {
      const index = lesson.cards.findIndex((other) => other.id === id)
      const card = lesson.cards[index]
      if (!card)
        throw new Error(`${lesson.slug}: there is no card “${id}”. Cards are written in the lesson’s cards.ts.`)
      return <InlineCard card={card} number={index + 1} count={lesson.cards.length} />
    },
    table: (props: ComponentProps<'table'>) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <div className="table-scroll" tabIndex={0}>
        <table {...props} />
      </div>
    ),
  }
  return {
    ShortAnswer,
    Note,
    Terms,
    Term,
    CodeMistake,
    CommonMistake,
    TryIt,
    FormulaPair,
    FollowUps,
    FollowUp,
    Source,
    ...bound,
  } satisfies MDXComponents
}
export type LessonComponents = ReturnType<typeof createLessonComponents>
