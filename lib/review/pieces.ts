import { z } from 'zod'

/** A formula as it is written, in LaTeX; `display` when it stands on a line of its own. */
interface Formula {
  readonly tex: string
  readonly display?: boolean | undefined
}
/** A formula as KaTeX has set it, in HTML. */
interface SetFormula {
  readonly maths: string
  readonly display?: boolean | undefined
}

/** What a card's text is made of: words as they stand, and what is set apart from them. */
type Piece<Maths> =
  | string
  | { readonly code: string }
  | Maths
  | { readonly em: readonly Piece<Maths>[] }
  | { readonly strong: readonly Piece<Maths>[] }
  /** `href` is a path of the site's or an https address. */
  | { readonly link: readonly Piece<Maths>[]; readonly href: string }
  | { readonly paragraph: readonly Piece<Maths>[] }
  | { readonly list: readonly (readonly Piece<Maths>[])[]; readonly ordered: boolean }

/** A card's text as its author wrote it, read. */
export type Written = readonly Piece<Formula>[]
/** A card's text as a page shows it. */
export type Pieces = readonly Piece<SetFormula>[]

export const PiecesSchema: z.ZodType<Pieces> = z.lazy(() => z.array(PieceSchema))

const PieceSchema: z.ZodType<Pieces[number]> = z.union([
  z.string(),
  z.object({ code: z.string() }),
  z.object({ maths: z.string(), display: z.boolean().optional() }),
  z.object({ em: PiecesSchema }),
  z.object({ strong: PiecesSchema }),
  z.object({ link: PiecesSchema, href: z.string() }),
  z.object({ paragraph: PiecesSchema }),
  z.object({ list: z.array(PiecesSchema), ordered: z.boolean() }),
])
