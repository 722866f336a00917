import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react'
import { CodeMistakes } from './code-mistakes.tsx'
import styles from './lesson.module.css'
import type { LessonComponents } from './lesson-components.tsx'

type Piece = ReactElement<{ readonly children?: ReactNode; readonly id?: string; readonly className?: string }>

/** A lesson's text as the page sets it: what is read before the bench, the bench, and what follows it. */
export interface LessonFlow {
  readonly before: readonly ReactNode[]
  readonly workbench: readonly ReactNode[]
  readonly after: readonly ReactNode[]
}

/**
 * Splits a lesson's tree at its bench and sets the rest on the lesson's grid: headings and blocks stand by themselves,
 * paragraphs between them are gathered, so that each note can be next to its paragraph. All mistakes in code come under one
 * heading directly after the bench, wherever the text has them.
 */
export function splitLesson(tree: ReactNode, components: LessonComponents): LessonFlow {
  const all = listTopLevel(tree)
  const mistakes = all.filter((piece) => piece.type === components.CodeMistake)
  const pieces = all.filter((piece) => piece.type !== components.CodeMistake)
  const isExerciseGroup = (piece: Piece) => piece.type === components.ExerciseGroup
  const first = pieces.findIndex(isExerciseGroup)
  const last = pieces.findLastIndex(isExerciseGroup)
  const blocks = new Set<unknown>(
    (['ShortAnswer', 'Note', 'Terms', 'CommonMistake', 'TryIt', 'InlineCard', 'FollowUps', 'Cards'] as const).map(
      (name) => components[name],
    ),
  )
  const set = (part: readonly Piece[]) => onGrid(part, blocks, components.Note)
  const explained = mistakes.length > 0 ? [<CodeMistakes key="mistakes">{mistakes}</CodeMistakes>] : []
  if (first < 0) return { before: set(pieces), workbench: [], after: explained }
  return {
    before: set(pieces.slice(0, first)),
    workbench: pieces.slice(first, last + 1),
    after: [...explained, ...set(pieces.slice(last + 1))],
  }
}

function onGrid(pieces: readonly Piece[], blocks: ReadonlySet<unknown>, note: unknown): ReactNode[] {
  const out: ReactNode[] = []
  let prose: Piece[] = []
  const close = () => {
    if (prose.length > 0)
      out.push(
        <div key={`prose ${out.length}`} className="prose">
          {prose}
        </div>,
      )
    prose = []
  }
  for (const piece of pieces) {
    const heading = headingClass(piece.type)
    if (!heading && !blocks.has(piece.type)) {
      prose.push(piece)
      continue
    }
    // a note belongs next to the last paragraph only
    const neighbor = piece.type === note ? prose.pop() : undefined
    close()
    if (neighbor) prose = [neighbor]
    close()
    out.push(heading ? cloneElement(piece, { className: heading }) : piece)
  }
  close()
  return out
}

function headingClass(type: unknown): string | undefined {
  if (type === 'h2') return styles.stepHead
  return type === 'h3' || type === 'h4' ? styles.subHead : undefined
}

/** The elements of an MDX document, without the line ends between them. */
function listTopLevel(tree: ReactNode): Piece[] {
  const content = isValidElement<{ children?: ReactNode }>(tree) ? tree.props.children : tree
  return Children.toArray(content).filter((child): child is Piece => isValidElement(child))
}
