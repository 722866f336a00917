import { tagHighlighter, tags } from '@lezer/highlight'

/** The five colours of code: keys, strings, numbers, types, and what steps back. Classes of `.code`. */
export const codeColours = tagHighlighter([
  {
    tag: [
      tags.keyword,
      tags.controlKeyword,
      tags.definitionKeyword,
      tags.moduleKeyword,
      tags.operatorKeyword,
      tags.modifier,
      tags.self,
      tags.null,
      tags.bool,
    ],
    class: 'k',
  },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.escape], class: 's' },
  { tag: tags.number, class: 'n' },
  { tag: [tags.typeName, tags.className, tags.namespace], class: 't' },
  { tag: [tags.comment, tags.lineComment, tags.blockComment, tags.docComment], class: 'c' },
])
