/** What a component takes: text and numbers are written as such, `nodes` as JSX in braces. */
export type PropKind = 'text' | 'number' | 'nodes'

/** How a component is written in a lesson. */
export interface ComponentRule {
  readonly required: Readonly<Record<string, PropKind>>
  readonly optional?: Readonly<Record<string, PropKind>>
  /** Stands directly inside one of these, or nowhere. */
  readonly inside?: readonly string[]
  /** How it looks, for who wrote it otherwise. */
  readonly example: string
}

/** The components that a lesson may use without importing them. */
export const LESSON_COMPONENTS: Readonly<Record<string, ComponentRule>> = {
  Answer: { required: { seconds: 'number' }, example: '<Answer seconds={40}>' },
  Note: { required: {}, example: '<Note>' },
  Explains: { required: { id: 'text', title: 'text' }, example: '<Explains id="no-scale" title="Why the root">' },
  OftenSaid: {
    required: { quote: 'nodes' },
    optional: { id: 'text' },
    example: '<OftenSaid quote={<>“It is <u>always</u> so.”</>}>',
  },
  Play: { required: { title: 'text' }, example: '<Play title="Change the width. What moves?">' },
  FormulaPair: { required: {}, example: '<FormulaPair>' },
  Build: { required: { title: 'text' }, example: '<Build title="Build it">' },
  Sandbox: { required: { exercise: 'text' }, inside: ['Build'], example: '<Sandbox exercise="my-function">' },
  Say: { required: {}, example: '<Say>' },
  FollowUp: {
    required: { question: 'text' },
    optional: { seconds: 'number' },
    inside: ['Say', 'FollowUp'],
    example: '<FollowUp question="And then?" seconds={20}>',
  },
  Source: { required: { id: 'text' }, optional: { part: 'text' }, example: '<Source id="vaswani-2017" part="§3.2" />' },
  ProseCard: { required: { id: 'text' }, example: '<ProseCard id="my-lesson/why" />' },
  Cards: { required: {}, example: '<Cards />' },
}

/** Elements of HTML that prose may hold. */
export const PROSE_ELEMENTS: ReadonlySet<string> = new Set(
  'a abbr b blockquote br cite code dd del details div dl dt em figcaption figure h2 h3 h4 hr i img ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var'.split(
    ' ',
  ),
)
