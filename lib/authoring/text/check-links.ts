import { existsSync } from 'node:fs'
import path from 'node:path'
import { slug as toSlug } from 'github-slugger'
import { visit } from 'unist-util-visit'
import type { OutlineEntry } from '#lib/course/lesson-outline.ts'
import { findNearestName } from '#lib/course/nearest.ts'
import { type TextPosition, textPositionAt } from '#lib/course/problem.ts'
import { errorAt, type FileDiagnostic, type LessonContext, suggestNearest } from '../lesson-context.ts'
import { getAttributeText, isElement } from './element.ts'

/** Links that lead nowhere: to a heading, a lesson or a page that there is not, or to an address that is none. */
export function checkLinks(page: LessonContext): readonly FileDiagnostic[] {
  const diagnostics: FileDiagnostic[] = []
  visit(page.tree, (node) => {
    const href =
      node.type === 'link' || node.type === 'definition'
        ? node.url
        : isElement(node) && node.name === 'a'
          ? getAttributeText(node, 'href')
          : undefined
    if (href !== undefined)
      diagnostics.push(...findLinkFault(href, page, placeOfLink(page.mdx, href, node.position?.start.offset ?? 0)))
    if (node.type === 'text')
      diagnostics.push(...undefinedLinks(page.mdx, node.position?.start.offset ?? 0, node.position?.end.offset ?? 0))
    if (node.type === 'image')
      diagnostics.push(
        ...findImageFault(node.alt ?? '', node.url, page, textPositionAt(page.mdx, node.position?.start.offset ?? 0)),
      )
    if (isElement(node) && node.name === 'img')
      diagnostics.push(
        ...findImageFault(
          getAttributeText(node, 'alt') ?? '',
          getAttributeText(node, 'src') ?? '',
          page,
          textPositionAt(page.mdx, node.position?.start.offset ?? 0),
        ),
      )
  })
  return diagnostics
}

/** [words][name] is no link where nothing says what the name stands for: it stays text. */
const undefinedLinks = (mdx: string, from: number, to: number): FileDiagnostic[] =>
  [...mdx.slice(from, to).matchAll(/\[[^\]\n]+\]\[([^\]\n]*)\]/g)].map((match) => {
    const message = `the link “${match[0]}” has no target`
    return errorAt(
      textPositionAt(mdx, from + match.index),
      'link',
      message,
      'Write [words](https://…), or [words](#heading).',
    )
  })

const placeOfLink = (mdx: string, href: string, from: number): TextPosition =>
  textPositionAt(mdx, Math.max(from, mdx.indexOf(href, from)))

function findLinkFault(href: string, page: LessonContext, position: TextPosition): FileDiagnostic[] {
  if (/^https?:\/\//.test(href)) {
    if (!URL.canParse(href))
      return [errorAt(position, 'link', `“${href}” isn’t an address`, 'Write it like https://example.org/page.')]
    return href.startsWith('http:')
      ? [errorAt(position, 'link', `“${href}” doesn’t use https`, `Write ${href.replace('http:', 'https:')}`)]
      : []
  }
  if (href.startsWith('#')) return findAnchorFault(href.slice(1), page.outline, 'this lesson', position)
  const lesson = /^\/lessons\/([^#?/]*)(?:#(.*))?$/.exec(href)
  if (lesson) return findLessonFault(lesson[1] ?? '', lesson[2], page, position)
  if (/^\/(?!\/)/.test(href)) return findPageFault(href, page.root, position)
  const fix = 'Write https://…, /lessons/NAME, or #HEADING.'
  return [errorAt(position, 'link', `“${href}” leads nowhere from a lesson`, fix)]
}

function findLessonFault(
  slug: string,
  anchor: string | undefined,
  { course, outline, slug: own }: LessonContext,
  position: TextPosition,
): FileDiagnostic[] {
  if (!course.lessons.includes(slug)) {
    const fix = suggestNearest(findNearestName(slug, course.lessons), `The lessons are ${course.lessons.join(', ')}.`)
    return [errorAt(position, 'unknown-lesson', `there is no lesson “${slug}”`, fix)]
  }
  if (anchor === undefined) return []
  return findAnchorFault(anchor, slug === own ? outline : course.getOutline(slug), `the lesson ${slug}`, position)
}

function findAnchorFault(
  id: string,
  outline: readonly OutlineEntry[],
  where: string,
  position: TextPosition,
): FileDiagnostic[] {
  if (outline.length === 0) return []
  const ids = listAnchors(outline)
  if (ids.includes(id)) return []
  const fix = suggestNearest(
    findNearestName(id, ids),
    `A heading’s id is its words in lowercase with hyphens; the ids are ${ids.slice(0, 12).join(', ')}.`,
  )
  return [errorAt(position, 'unknown-anchor', `${where} has no heading or anchor “#${id}”`, fix)]
}

/** Ids on a lesson’s page, by what is in its text. */
export const listAnchors = (outline: readonly OutlineEntry[]): string[] =>
  outline.map(getAnchor).filter((text) => text !== undefined)

function getAnchor(entry: OutlineEntry): string | undefined {
  switch (entry.kind) {
    case 'heading':
      return entry.id
    case 'code-mistake':
      return `mistake-${entry.id}`
    case 'figure':
      return `play-${toSlug(entry.title)}`
    case 'exercise':
      return `build-${entry.exercise}`
    case 'exercise-group':
    case 'follow-ups':
    case 'cards':
      return entry.kind
    case 'follow-up':
    case 'card':
      return undefined
  }
}

/** Pages and files that are there whatever the course is. */
function findPageFault(href: string, root: string, position: TextPosition): FileDiagnostic[] {
  const [pathname = ''] = href.split(/[?#]/)
  const first = pathname.split('/')[1] ?? ''
  const pages = [`app/(course)/${first}`, `app/${first}`].map((folder) => path.join(root, folder))
  if (first === '' || pages.some((page) => existsSync(page)) || existsSync(path.join(root, 'public', pathname)))
    return []
  return [
    errorAt(
      position,
      'link',
      `there is no page “${pathname}”`,
      'Link to /lessons/NAME, to a page of the site, or to a file in public/.',
    ),
  ]
}

function findImageFault(alt: string, src: string, { root }: LessonContext, position: TextPosition): FileDiagnostic[] {
  const mute =
    alt.trim() === ''
      ? [
          errorAt(
            position,
            'image-text',
            'this image has no alternative text',
            'Describe what it shows: ![what it shows](/name.svg)',
          ),
        ]
      : []
  if (!src.startsWith('/') || src.startsWith('//'))
    return [
      ...mute,
      errorAt(
        position,
        'image',
        `“${src}” doesn’t load: pages load only images of this site`,
        'Put the file into public/ and link to it from there: ![…](/name.svg)',
      ),
    ]
  if (existsSync(path.join(root, 'public', src))) return mute
  return [
    ...mute,
    errorAt(position, 'image', `there is no image public${src}`, 'Put the file there, or correct its name.'),
  ]
}
