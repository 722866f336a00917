/** What the parser of MDX means, as an author needs to hear it. */
export function mdxWords(reason: string): { readonly what: string; readonly mend: string } {
  const unclosed = /^Expected a closing tag for `<([\w.]*)>`/.exec(reason)
  if (unclosed && VOID.has(unclosed[1] ?? ''))
    return { what: `<${unclosed[1]}> is not closed`, mend: `Write <${unclosed[1]} />: it holds nothing.` }
  if (unclosed)
    return {
      what: `<${unclosed[1]}> is not closed`,
      mend: `Write </${unclosed[1]}> where it ends, on a line by itself, or <${unclosed[1]} /> where it holds nothing.`,
    }
  const crossed =
    /^Unexpected closing tag `<\/([\w.]*)>`, expected corresponding closing tag for `<([\w.]*)>` \((\d+)/.exec(reason)
  if (crossed)
    return {
      what: `</${crossed[1]}> closes what it did not open: <${crossed[2]}> of line ${crossed[3]} is still open`,
      mend: `Close <${crossed[2]}> first, or take this tag out.`,
    }
  const stray = /^Unexpected closing (?:slash|tag)/.test(reason)
  if (stray)
    return {
      what: 'a tag is closed that was never opened',
      mend: 'Take it out, or open it above, on a line by itself.',
    }
  if (/`!`.*before name/.test(reason))
    return { what: 'a comment of HTML is no comment here', mend: 'Write {/* what you note */}.' }
  if (/before name/.test(reason))
    return {
      what: 'this < opens a tag, and no name follows it',
      mend: 'Put a formula between dollars, as $i < 5$ is; elsewhere write &lt;.',
    }
  if (/in attribute|after attribute|in name|after name|local attribute/.test(reason))
    return {
      what: 'this < opens a tag, and what follows is none',
      mend: 'Put a formula between dollars, as $j < i$ is; elsewhere write &lt;. In a tag, close every quotation mark.',
    }
  if (/expression/.test(reason))
    return {
      what: `what stands between braces is code, and this is none (${plain(reason)})`,
      mend: 'Put a formula between dollars on both sides, as $x_{i}$ is; elsewhere write \\{ and \\}.',
    }
  if (/import\/exports/.test(reason))
    return {
      what: 'a line that begins with import or export is code, and this is none',
      mend: "Write import { Name } from './figures/name.tsx', with an empty line after it; begin a sentence with another word.",
    }
  return {
    what: `this is not MDX: ${plain(reason)}`,
    mend: 'Close the tag, the brace or the quotation mark of this line.',
  }
}

/** Elements of HTML that hold nothing. */
const VOID = new Set(['br', 'hr', 'img', 'wbr'])

const plain = (reason: string): string =>
  reason
    .replace(/, expected.*$/s, '')
    .replace(/ with acorn/, '')
    .replaceAll('`', '')
