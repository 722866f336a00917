/** Counts the columns that a line of code begins with; a tab is as wide as in the editor, two. */
export function measureIndent(line: string): number {
  const [spaces = ''] = /^[ \t]*/.exec(line) ?? []
  return spaces.replaceAll('\t', '  ').length
}
