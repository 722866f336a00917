/** Words of a text, without numbers and signs. */
export const splitWords = (text: string): string[] => text.match(/[A-Za-zÀ-ÿ]+(?:[’'-][A-Za-zÀ-ÿ]+)*/g) ?? []

/** Sentences of a text and where they begin. One ends at a stop with a space after it, at most a quotation mark between. */
export const splitSentences = (text: string): { readonly text: string; readonly at: number }[] =>
  [...text.matchAll(/[\s\S]+?(?:[.!?:][”’)]*(?=\s)|$)/g)]
    .map((match) => {
      const indent = Math.max(0, match[0].search(/\S/))
      return { text: match[0].slice(indent), at: match.index + indent }
    })
    .filter(({ text }) => splitWords(text).length > 0)
