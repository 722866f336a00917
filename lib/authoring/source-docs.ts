import ts from 'typescript6'

/** A property or a field, as its source declares and explains it. */
export interface DocumentedField {
  readonly name: string
  readonly type: string
  readonly optional: boolean
  /** What its doc comment says; empty where it has none. */
  readonly doc: string
}

/** What a module’s source says of itself: read from its text, so that a manual made of it cannot go stale. */
export class SourceDocs {
  readonly #file: ts.SourceFile

  constructor(source: string, name = 'module.tsx') {
    this.#file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
  }

  /** The doc comment of a function, constant, interface or type of the module; empty where it has none. */
  getDoc(name: string): string {
    const declaration = this.#file.statements.find((statement) => isDeclarationNamed(statement, name))
    return declaration ? docText(declaration) : ''
  }

  /**
   * The members that an interface, or the braces of a type alias, declare.
   *
   * @throws Error when the module has no such type
   */
  listMembers(name: string): readonly DocumentedField[] {
    const declaration = this.#file.statements.find((statement) => isType(statement) && statement.name.text === name)
    if (!declaration || !isType(declaration)) throw new Error(`${this.#file.fileName} declares no type ${name}`)
    return listMembersIn(declaration).map((propertySignature) =>
      this.#field(
        propertySignature,
        propertySignature.type?.getText() ?? '',
        propertySignature.questionToken !== undefined,
      ),
    )
  }

  /**
   * The methods that a class offers, with what they take and give.
   *
   * @throws Error when the module has no such class
   */
  listMethods(name: string): readonly DocumentedField[] {
    const declaration = this.#file.statements.find(
      (statement) => ts.isClassDeclaration(statement) && statement.name?.text === name,
    )
    if (!declaration || !ts.isClassDeclaration(declaration))
      throw new Error(`${this.#file.fileName} declares no class ${name}`)
    return declaration.members.filter(ts.isMethodDeclaration).map((member) => {
      const takes = member.parameters.map((parameter) => parameter.getText()).join(', ')
      return this.#field(member, `(${takes}) => ${member.type?.getText() ?? 'void'}`, false)
    })
  }

  /**
   * The fields of an object schema of zod: what is written for each.
   *
   * @throws Error when the module has no such schema
   */
  listSchemaFields(name: string): readonly DocumentedField[] {
    let fields: ts.NodeArray<ts.ObjectLiteralElementLike> | undefined
    const visitNode = (node: ts.Node): void => {
      if (!fields && ts.isObjectLiteralExpression(node)) fields = node.properties
      else ts.forEachChild(node, visitNode)
    }
    const declaration = this.#file.statements.find((statement) => isDeclarationNamed(statement, name))
    if (declaration) visitNode(declaration)
    if (!fields) throw new Error(`${this.#file.fileName} declares no schema ${name}`)
    return fields.map((field) => {
      const text = ts.isPropertyAssignment(field) ? field.initializer.getText() : field.getText()
      return this.#field(field, text.replace(/\s+/g, ' '), text.includes('.optional()'))
    })
  }

  #field(node: ts.Node & { readonly name?: ts.Node | undefined }, type: string, optional: boolean): DocumentedField {
    return { name: node.name?.getText() ?? '', type: type.replace(/\s+/g, ' '), optional, doc: docText(node) }
  }
}

const isType = (statement: ts.Statement): statement is ts.InterfaceDeclaration | ts.TypeAliasDeclaration =>
  ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)

function listMembersIn(
  declaration: ts.InterfaceDeclaration | ts.TypeAliasDeclaration,
): readonly ts.PropertySignature[] {
  const ownMembers: ts.PropertySignature[] = []
  const visitNode = (node: ts.Node): void => {
    if (ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node))
      ownMembers.push(...node.members.filter(ts.isPropertySignature))
    else ts.forEachChild(node, visitNode)
  }
  visitNode(ts.isInterfaceDeclaration(declaration) ? declaration : declaration.type)
  return ownMembers
}

function isDeclarationNamed(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.some((d) => d.name.getText() === name)
  return (
    (isType(statement) || ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) &&
    statement.name?.text === name
  )
}

/** Without the tags. */
function docText(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  return (ts.getTextOfJSDocComment(doc?.comment) ?? '').replace(/\s+/g, ' ').trim()
}
