import type { Mistake } from './mistake.ts'

const field = (
  name: string,
  find: string | RegExp,
  replaceWith: string,
  at: string,
  message: RegExp,
  fix: RegExp,
): Mistake => ({
  name,
  find,
  replaceWith,
  rule: 'frontmatter',
  at,
  message,
  fix,
})
const TITLE = /^title: .*$/m

/** Mistakes in frontmatter that YAML reads differently from what the author meant. */
export const inFrontmatter: readonly Mistake[] = [
  field('a title that is a number', TITLE, 'title: 3.10', 'title:', /3\.10 as the number 3\.1/, /title: "3\.10"/),
  field('a title that is a truth value', TITLE, 'title: True', 'title:', /True as true or false/, /title: "True"/),
  field('a title that is nothing', TITLE, 'title: ~', 'title:', /~ as nothing/, /title: "~"/),
  field('a colon in a title', TITLE, 'title: Means: one', 'Means: one', /contains a colon/, /title: "Means: one"/),
  field('a title with a mark of YAML', TITLE, 'title: *Means*', 'title:', /begins with \*/, /title: "\*Means\*"/),
  field('an at sign first', TITLE, 'title: @means', '@means', /can’t begin with @/, /title: "@means"/),
  field('an apostrophe between apostrophes', TITLE, "title: 'it's one'", 's one', /too early/, /title: "it's one"/),
  field('a tab first', 'minutes:', '\tminutes:', '\tminutes', /starts with a tab/, /spaces/),
  field(
    'a list without brackets',
    'prerequisites: []',
    'prerequisites: first-steps',
    'prerequisites:',
    /should be a list/,
    /\[first-steps\]/,
  ),
  field('a number in quotation marks', 'minutes: 15', 'minutes: "15"', 'minutes:', /it is text/, /minutes: 15/),
  field('a draft that says yes', 'minutes: 15', 'minutes: 15\ndraft: yes', 'draft:', /true or false/, /draft: true/),
  field(
    'a field that stands twice',
    'minutes: 15',
    'minutes: 15\nminutes: 20',
    'minutes: 20',
    /twice/,
    /Remove one of the two/,
  ),
  field('an empty line above the frontmatter', /^/, '\n', '---', /only here/, /Remove the empty lines/),
  field('a frontmatter that is not closed', /\n---\n/, '\n', '', /not closed/, /after its last field/),
  field('a comment in a title', TITLE, 'title: Means # one', '# one', /comment/, /title: "Means # one"/),
]
