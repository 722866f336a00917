/* biome-ignore-all lint/correctness/noComponentHookFactories: bound once a page, on the server, where there is no state to lose */
import type { MDXComponents } from 'mdx/types'
import type { ComponentProps } from 'react'
import type { Lesson } from '#lib/course/course.ts'
import { Build } from './build.tsx'
import { CardList, ProseCard } from './cards.tsx'
import { Answer, Explains, FormulaPair, Note, OftenSaid, Play, Source } from './passages.tsx'
import type { SandboxProps } from './sandbox.tsx'
import { FollowUp, Say } from './say.tsx'

/** What the author of a lesson may use besides Markdown, bound to the lesson where it needs to know it. */
export function lessonComponents(lesson: Lesson, next: Lesson | undefined) {
  /** Read by Build, which places it. */
  const Sandbox = (_: SandboxProps) => null
  const bound = {
    Build: ({ title, children }: Pick<ComponentProps<typeof Build>, 'title' | 'children'>) => (
      <Build lesson={lesson} next={next} title={title} sandbox={Sandbox}>
        {children}
      </Build>
    ),
    Sandbox,
    Cards: () => <CardList lesson={lesson.slug} cards={lesson.cards} />,
    ProseCard: ({ id }: { readonly id: string }) => {
      const index = lesson.cards.findIndex((other) => other.id === id)
      const card = lesson.cards[index]
      if (!card)
        throw new Error(`${lesson.slug}: there is no card “${id}”. Cards are written in the lesson’s cards.ts.`)
      return <ProseCard card={card} number={index + 1} of={lesson.cards.length} />
    },
    table: (props: ComponentProps<'table'>) => (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <div className="table-scroll" tabIndex={0}>
        <table {...props} />
      </div>
    ),
  }
  return {
    Answer,
    Note,
    Explains,
    OftenSaid,
    Play,
    FormulaPair,
    Say,
    FollowUp,
    Source,
    ...bound,
  } satisfies MDXComponents
}
export type LessonComponents = ReturnType<typeof lessonComponents>
