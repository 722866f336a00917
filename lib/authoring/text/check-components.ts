import { visit } from 'unist-util-visit'
import type { MdxNode } from '#lib/course/mdx.ts'
import { findNearestName } from '#lib/course/nearest.ts'
import { type ComponentRule, LESSON_COMPONENTS, PROSE_ELEMENTS, type PropKind } from '../lesson-components.ts'
import { errorAt, type FileDiagnostic, getStart, type LessonContext, suggestNearest } from '../lesson-context.ts'
import { importedNames } from './check-code.ts'
import { type Element, findAttribute, findPartPosition, isElement } from './element.ts'

/** Finds unknown components, missing and unknown properties, and components in places where they are ignored. */
export function checkComponents(page: LessonContext): readonly FileDiagnostic[] {
  const imported = new Set(importedNames(page))
  const diagnostics: FileDiagnostic[] = []
  // a line of nothing but components is a paragraph to the parser; the page has no paragraph around them
  const unwrapped = new Map<unknown, MdxNode>()
  visit(page.tree, 'paragraph', (paragraph, _, parent) => {
    const isBare = paragraph.children.every(
      (child) => isElement(child) || (child.type === 'text' && !child.value.trim()),
    )
    if (isBare && parent) unwrapped.set(paragraph, parent)
  })
  visit(page.tree, (node, _, directParent) => {
    if (!isElement(node) || node.name === null) return
    const parent = unwrapped.get(directParent) ?? directParent
    const style = findAttribute(node, 'style')?.value
    if (typeof style === 'string') {
      const message = `style of <${node.name}> is text, but the page needs an object`
      const fix = `Write style={{ ${styleFields(style) || "color: 'red'"} }}, or remove it.`
      diagnostics.push(errorAt(findPartPosition(node, page.mdx, 'style'), 'property', message, fix))
    }
    if (!/^[A-Z]/.test(node.name)) diagnostics.push(...checkHtmlAttributes(node, node.name, page.mdx))
    const rule = LESSON_COMPONENTS[node.name]
    if (rule)
      diagnostics.push(...checkProps(node, node.name, rule, page), ...checkSurroundings(node, node.name, rule, parent))
    else if (!imported.has(node.name.split('.')[0] ?? '') && !PROSE_ELEMENTS.has(node.name))
      diagnostics.push(describeUnknownComponent(node, node.name, [...Object.keys(LESSON_COMPONENTS), ...imported]))
  })
  return diagnostics
}

/** HTML attributes (in lower case) that have a different name in MDX. */
const RENAMED: Readonly<Record<string, string>> = {
  class: 'className',
  for: 'htmlFor',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  tabindex: 'tabIndex',
  datetime: 'dateTime',
  srcset: 'srcSet',
  crossorigin: 'crossOrigin',
  contenteditable: 'contentEditable',
  readonly: 'readOnly',
  maxlength: 'maxLength',
  autoplay: 'autoPlay',
  playsinline: 'playsInline',
  allowfullscreen: 'allowFullScreen',
}

function checkHtmlAttributes(element: Element, name: string, mdx: string): FileDiagnostic[] {
  return element.attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute') return []
    const position = findPartPosition(element, mdx, attribute.name)
    const renamed = RENAMED[attribute.name]
    if (renamed) {
      const fix = `Write ${renamed}${typeof attribute.value === 'string' ? `="${attribute.value}"` : ''}.`
      return [errorAt(position, 'property', `${attribute.name} of <${name}> is called ${renamed} here`, fix)]
    }
    if (!/^on[a-z]+$/i.test(attribute.name)) return []
    const message = `${attribute.name} of <${name}> would run code, which a lesson’s text must not do`
    return [errorAt(position, 'property', message, 'Remove it, or write a component in the lesson’s figures.')]
  })
}

/** `color: red; margin-top: 1em` as the fields of an object. */
const styleFields = (style: string): string =>
  style
    .split(';')
    .flatMap((field) => {
      const [, name, value] = /^\s*([a-z-]+)\s*:\s*(.+?)\s*$/i.exec(field) ?? []
      if (!name || !value) return []
      const key = name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
      return [`${key}: '${value.replaceAll("'", '"')}'`]
    })
    .join(', ')

function describeUnknownComponent(element: Element, name: string, knownNames: readonly string[]): FileDiagnostic {
  const all = `Import it from the lesson’s figures, or use one of ${Object.keys(LESSON_COMPONENTS).join(', ')}.`
  const near = findNearestName(name, knownNames)
  if (!/^[A-Z]/.test(name) && !near?.toLowerCase().startsWith(name.toLowerCase()))
    return errorAt(
      getStart(element),
      'unknown-component',
      `<${name}> isn’t allowed in a lesson’s text`,
      'Write it in Markdown, or as a component in the lesson’s figures; put code between backticks, and write &lt; for <.',
    )
  return errorAt(
    getStart(element),
    'unknown-component',
    `there is no component <${name}>`,
    suggestNearest(near && `<${near}>`, all),
  )
}

function checkProps(element: Element, name: string, rule: ComponentRule, { mdx }: LessonContext): FileDiagnostic[] {
  const kinds = { ...rule.required, ...rule.optional }
  const like = `Write it like this: ${rule.example}`
  const at = getStart(element)
  const missing = Object.keys(rule.required)
    .filter((prop) => !findAttribute(element, prop))
    .map((prop) => errorAt(at, 'property', `<${name}> has no ${prop}`, like))
  const wrong = element.attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute') return []
    const position = findPartPosition(element, mdx, attribute.name)
    const kind = kinds[attribute.name]
    if (kind === undefined)
      return [errorAt(position, 'property', `<${name}> has no property “${attribute.name}”`, like)]
    return fits(attribute.value, kind)
      ? []
      : [errorAt(position, 'property', `${attribute.name} of <${name}> is ${WORDS[kind]}`, like)]
  })
  return [...missing, ...wrong]
}

const WORDS: Readonly<Record<PropKind, string>> = {
  text: 'text in quotation marks, not empty',
  number: 'a number in braces',
  nodes: 'text in quotation marks, or JSX in braces',
}

function fits(value: Element['attributes'][number]['value'], kind: PropKind): boolean {
  const text = typeof value === 'string' ? value : undefined
  const code = typeof value === 'object' && value ? value.value : undefined
  if (kind === 'text') return text !== undefined && text.trim() !== ''
  if (kind === 'number') return code !== undefined && Number(code) > 0
  return code !== undefined || (text ?? '').trim() !== ''
}

function checkSurroundings(
  element: Element,
  name: string,
  rule: ComponentRule,
  parent: { readonly type: string; readonly name?: unknown } | undefined,
): FileDiagnostic[] {
  if (!rule.inside || rule.inside.includes(String(parent?.name))) return []
  const where = rule.inside.map((text) => `<${text}>`).join(' or ')
  const fix = `Move it there, with an empty line before and after it.`
  return [errorAt(getStart(element), 'misplaced', `<${name}> works only directly inside ${where}`, fix)]
}
