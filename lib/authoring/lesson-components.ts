/** What a component takes: text and numbers are written as such, `nodes` as JSX in braces. */
export type PropKind = 'text' | 'number' | 'nodes'

/** How a component is written in a lesson. */
export interface ComponentRule {
  readonly required: Readonly<Record<string, PropKind>>
  readonly optional?: Readonly<Record<string, PropKind>>
  /** Allowed directly inside one of these, or nowhere. */
  readonly inside?: readonly string[]
  /** How it looks, for who wrote it otherwise. */
  readonly example: string
}

/** The components that a lesson may use without importing them. */
export const LESSON_COMPONENTS: Readonly<Record<string, ComponentRule>> = {
  ShortAnswer: { required: { seconds: 'number' }, example: '<ShortAnswer seconds={40}>' },
  Note: { required: {}, example: '<Note>' },
  Terms: { required: {}, example: '<Terms>' },
  Term: { required: { name: 'text' }, inside: ['Terms'], example: '<Term name="Causal mask">' },
  CodeMistake: {
    required: { ids: 'text', title: 'text', symptom: 'text' },
    example: '<CodeMistake ids="no-scale" title="No scale" symptom="Wide heads attend to one key">',
  },
  CommonMistake: {
    required: { quote: 'nodes' },
    optional: { id: 'text' },
    example: '<CommonMistake quote={<>“It is <u>always</u> so.”</>}>',
  },
  TryIt: { required: { title: 'text' }, example: '<TryIt title="Change the width. What moves?">' },
  FormulaPair: { required: {}, example: '<FormulaPair>' },
  ExerciseGroup: { required: { title: 'text' }, example: '<ExerciseGroup title="Build it">' },
  Exercise: { required: { id: 'text' }, inside: ['ExerciseGroup'], example: '<Exercise id="my-function">' },
  FollowUps: { required: {}, example: '<FollowUps>' },
  FollowUp: {
    required: { question: 'text' },
    optional: { seconds: 'number' },
    inside: ['FollowUps', 'FollowUp'],
    example: '<FollowUp question="And then?" seconds={20}>',
  },
  Source: { required: { id: 'text' }, optional: { part: 'text' }, example: '<Source id="vaswani-2017" part="§3.2" />' },
  InlineCard: { required: { id: 'text' }, example: '<InlineCard id="my-lesson/why" />' },
  Cards: { required: {}, example: '<Cards />' },
}

/** Elements of HTML that prose may hold. */
export const PROSE_ELEMENTS: ReadonlySet<string> = new Set(
  'a abbr b blockquote br cite code dd del details div dl dt em figcaption figure h2 h3 h4 hr i img ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var'.split(
    ' ',
  ),
)
