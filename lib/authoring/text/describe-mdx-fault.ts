/** A message about a fault: what is wrong and what to write instead. */
export interface FaultWords {
  readonly message: string
  readonly fix: string
}

/**
 * Explains an error of the MDX parser to an author.
 *
 * @param reason  the parser’s message
 * @param before  the text before the reported position, on the same line
 * @param source  the text from the reported position on
 */
export function describeMdxFault(reason: string, before = '', source = ''): FaultWords {
  return describeLinkFault(source) ?? describeTagFault(reason, before, source) ?? describeTextFault(reason, source)
}

/** `<https://…>` is a link in Markdown, but MDX reads it as a tag. */
function describeLinkFault(source: string): FaultWords | undefined {
  const [, address = ''] = /^<((?:[a-z][a-z0-9+.-]*:|www\.)[^\s<>]*)>?/i.exec(source) ?? []
  const [, mail = ''] = /^<([^\s<>@]+@[^\s<>]+)>/.exec(source) ?? []
  const href = mail === '' ? address : `mailto:${mail}`
  if (href === '') return undefined
  return {
    message: `MDX reads an address between < and > as a tag`,
    fix: `Write [words](${href}), or the address without < and >.`,
  }
}

function describeTagFault(reason: string, before: string, source: string): FaultWords | undefined {
  const unclosed = /^Expected a closing tag for `<([\w.]*)>`/.exec(reason)
  if (unclosed) return describeUnclosedTag(unclosed[1] ?? '', reason, before, source)
  const crossed =
    /^Unexpected closing tag `<\/([\w.]*)>`, expected corresponding closing tag for `<([\w.]*)>` \((\d+)/.exec(reason)
  if (crossed) {
    const [, closing = '', open = '', line = ''] = crossed
    if (closing !== open && closing.toLowerCase() === open.toLowerCase())
      return { message: `</${closing}> does not close <${open}>: tags are case-sensitive`, fix: `Write </${open}>.` }
    return {
      message: `</${closing}> closes a tag that it did not open: <${open}> of line ${line} is still open`,
      fix: `Close <${open}> first, or remove this tag.`,
    }
  }
  if (/^Unexpected closing (?:slash|tag)/.test(reason))
    return {
      message: 'this closing tag has no opening tag',
      fix: 'Remove it, or open the tag above, on a line by itself.',
    }
  if (/before attribute value/.test(reason)) {
    const [, name = '', value = ''] = /^([\w:.-]+)\s*=\s*([^\s>]*?)(?:\/?>|\s|$)/.exec(source) ?? []
    const attributeText = /^\d+(\.\d+)?$/.test(value) ? `${name}={${value}}` : `${name}="${value}"`
    return {
      message: `the value of ${name || 'this attribute'} is not in quotation marks`,
      fix: /^\d/.test(value)
        ? `Write ${attributeText}, or ${name}="${value}" if it is text.`
        : `Write ${attributeText}.`,
    }
  }
  return undefined
}

function describeUnclosedTag(name: string, reason: string, before: string, source: string): FaultWords {
  const message = `<${name}> is not closed`
  if (VOID.has(name)) return { message, fix: `Write ${suggestSelfClosing(name, source)}: it has no content.` }
  // a type, such as the one in Array<number>, not an element
  if (/[\w)\]]$/.test(before) && !HTML_ELEMENTS.has(name) && !/^[A-Z]/.test(name))
    return {
      message: `this < opens a tag <${name}>`,
      fix: `Put code between backticks: \`${/\w+$/.exec(before)?.[0] ?? ''}<${name}>\`. Elsewhere write &lt;.`,
    }
  if (/before the end of `(paragraph|tableCell|heading|emphasis|strong|link)`/.test(reason) && /^[A-Z]/.test(name))
    return {
      message: `<${name}> begins in a line of text but does not end in it`,
      fix: `Write <${name}> and </${name}> on lines by themselves, with an empty line between them and the text.`,
    }
  if (!/^[A-Z]/.test(name))
    return { message, fix: `Write </${name}> where it ends, in the same paragraph, or &lt; if you don’t mean a tag.` }
  return {
    message,
    fix: `Write </${name}> where it ends, on a line by itself, or <${name} /> if it has no content.`,
  }
}

/** `<img src="/a.svg">` as a self-closing tag, which MDX requires. */
function suggestSelfClosing(name: string, source: string): string {
  const tag = /^<[^<>]*>/.exec(source)?.[0]
  return tag ? `${tag.slice(0, -1).trimEnd()} />` : `<${name} />`
}

function describeTextFault(reason: string, source: string): FaultWords {
  if (/^<!doctype|^<\?/i.test(source))
    return { message: 'a lesson is not an HTML or XML document', fix: 'Remove this line.' }
  if (/`!`.*before name/.test(reason))
    return { message: 'HTML comments don’t work in MDX', fix: `Write {/* ${noteIn(source)} */}.` }
  if (/before name/.test(reason))
    return {
      message: 'this < opens a tag, but no name follows it',
      fix: 'Put a formula between dollar signs, as in $i < 5$; elsewhere write &lt;.',
    }
  if (/in attribute|after attribute|before attribute|in name|after name|local name|local attribute/.test(reason))
    return {
      message: 'this < opens a tag, but what follows isn’t one',
      fix: 'Put a formula between dollar signs ($j < i$) and code between backticks; elsewhere write &lt;. In a tag, close every quotation mark.',
    }
  if (/expression/.test(reason))
    return {
      message: `braces contain code, but this isn’t code (${simplifyReason(reason)})`,
      fix: 'Put a formula between dollar signs, as in $x_{i}$; elsewhere write \\{ and \\}.',
    }
  if (/import\/exports/.test(reason))
    return {
      message: 'a line that begins with import or export is code, but this isn’t code',
      fix: "Write import { Name } from './figures/name.tsx', with an empty line after it; begin a sentence with another word.",
    }
  return {
    message: `this is not MDX: ${simplifyReason(reason)}`,
    fix: 'Close the tag, the brace or the quotation mark on this line.',
  }
}

/** The text of an HTML comment, if it is short. */
function noteIn(source: string): string {
  const note = /^<!--\s*([^\n]*?)\s*-->/.exec(source)?.[1] ?? ''
  return note !== '' && note.length <= 40 && !note.includes('*/') ? note : 'your comment'
}

/** Elements of HTML that hold nothing. */
const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
/** HTML elements that authors write, to distinguish a tag from a type. */
const HTML_ELEMENTS = new Set(
  'a abbr b blockquote button caption center cite code dd del details div dl dt em figcaption figure font form h1 h2 h3 h4 h5 h6 i iframe ins kbd label li mark ol p pre q s samp script section small span strong style sub summary sup svg table tbody td tfoot th thead tr u ul var video'.split(
    ' ',
  ),
)

const simplifyReason = (reason: string): string =>
  reason
    .replace(/, expected.*$/s, '')
    .replace(/ with acorn/, '')
    .replaceAll('`', '')
