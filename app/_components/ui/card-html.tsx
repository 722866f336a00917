interface CardHtmlProps {
  /** What `renderCardHtml` made of a card's text. */
  readonly html: string
}

/** A card's text in one line, for headings and points. */
export const CardLine = ({ html }: CardHtmlProps) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server escaped all that isn’t its own
  <span dangerouslySetInnerHTML={{ __html: html }} />
)

/** A card's text with its paragraphs and lists. */
export const CardProse = ({ html }: CardHtmlProps) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the server escaped all that isn’t its own
  <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
)
