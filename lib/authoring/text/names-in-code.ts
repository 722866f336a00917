/** A node of the syntax tree of code in braces. */
interface CodeNode {
  readonly type: string
  readonly [field: string]: unknown
}

/**
 * Names that code uses and does not declare itself, each once.
 *
 * @param code  a program, as the parser of MDX attaches it to what stands in braces
 */
export function namesInCode(code: unknown): readonly string[] {
  const used = new Set<string>()
  const declared = new Set<string>()
  walk(code, used, declared)
  return [...used].filter((it) => !declared.has(it) && !(it in globalThis))
}

function walk(value: unknown, used: Set<string>, declared: Set<string>): void {
  if (Array.isArray(value)) {
    for (const it of value) walk(it, used, declared)
    return
  }
  if (!isNode(value)) return
  if (value.type === 'Identifier') used.add(String(value.name))
  if (value.type === 'JSXIdentifier') return
  const isPlainKey = (field: string) =>
    value.computed === false &&
    ((value.type === 'MemberExpression' && field === 'property') || (value.type === 'Property' && field === 'key'))
  for (const [field, child] of Object.entries(value)) {
    if (isPlainKey(field)) continue
    if (field === 'params' || (value.type === 'VariableDeclarator' && field === 'id')) walk(child, declared, declared)
    else walk(child, used, declared)
  }
}

const isNode = (it: unknown): it is CodeNode => typeof it === 'object' && it !== null && 'type' in it
