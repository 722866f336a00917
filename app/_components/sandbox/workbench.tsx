'use client'

import type { ReactNode } from 'react'

/** What a page tells a workbench about its exercise: plain data, made on the server. */
export interface WorkbenchExercise {
  readonly id: string
  /** The lesson whose folder holds it. */
  readonly lesson: string
  /** The function or class that is asked for. */
  readonly name: string
  readonly signature: string
  /** “causalAttention.ts” */
  readonly fileName: string
  readonly starter: string
  readonly hints: readonly string[]
  /** The headline of a passing verdict. */
  readonly holds: string
  readonly next?: { readonly label: string; readonly title: string; readonly href: string }
  /** Paragraphs of the lesson that explain a misconception; the paragraph's own id is `explains-<id>`. */
  readonly explains: readonly { readonly id: string; readonly title: string }[]
}

export interface WorkbenchProps {
  readonly exercise: WorkbenchExercise
  /** The brief: it stands above the spread, or beside it on wide screens. */
  readonly children?: ReactNode
  /** The starter, highlighted on the server: a `<pre class="code">` of `.l` lines that stands there before the editor loads. */
  readonly code: ReactNode
  readonly variant?: 'first-run'
}

/**
 * Where a learner builds an answer: the brief, the editor on the left page, the verdict on the right one.
 *
 * Stands inside a `.bench` and gives it its two `.bench-in` rows; as `first-run` it gives the spread alone.
 */
export function Workbench({ exercise, children, code, variant }: WorkbenchProps) {
  const spread = (
    <div className="spread">
      <section className="editor" aria-label={`Editor: ${exercise.fileName}`}>
        <div className="editor-stick">
          <div className="editor-bar">
            <span className="file">{exercise.fileName}</span>
          </div>
          {code}
        </div>
      </section>
      <section className="verdict" aria-label="Verdict" />
    </div>
  )
  if (variant === 'first-run') return spread
  return (
    <>
      {children && <div className="bench-in">{children}</div>}
      <div className="bench-in flush">{spread}</div>
    </>
  )
}
