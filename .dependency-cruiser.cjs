// Who may import whom (the house is in CONTRIBUTING.md). Types count as imports.
const { existsSync, readdirSync, readFileSync, statSync } = require('node:fs')

const TESTS = '\\.(test|bench)\\.tsx?$'
/** What tests are built from. */
const TEST_BUILDERS = '/(temporary-|arbitrary-)[a-z-]+\\.ts$'

const NODE = '^(node:|fs$|path$|crypto$|os$|child_process$)'

/** A rule: nothing at `from` imports anything at `to`. Tests of a room may use more than the room. */
const never = (name, from, to, comment, { fromNot = [], toNot } = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: [TESTS, TEST_BUILDERS, ...fromNot] },
  to: toNot ? { path: to, pathNot: toNot } : { path: to },
})

/** A rule for a room of lib/: of ours it imports itself and `others`, nothing else. */
const room = (name, others, ours = '^(app|content|e2e|lib|prisma)/') =>
  never(
    `${name}-imports-what-it-may`,
    `^lib/${name}/`,
    ours,
    `lib/${name} imports ${others.length > 0 ? others.join(', ') : 'nothing of ours'}`,
    { toNot: [name, ...others].map((folder) => (folder.includes('/') ? `^${folder}` : `^lib/${folder}/`)) },
  )

const SERVER_ONLY = '^lib/(learner|auth|log|service|authoring|setup|sandbox/server)/|^lib/course/(read-|card-html)'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    room('attention', []),
    room('grading', ['attention']),
    room('sandbox', ['grading', 'lib/course/load-exercise']),
    room('conformance', ['attention']),
    room('language-model', ['attention']),
    room('review', []),
    room('interview', ['lib/grading/random']),
    room('matcher', []),
    room('course', ['grading', 'review', 'matcher', 'content/']),
    room('log', []),
    room('learner', ['grading', 'review', 'interview', 'log']),
    room('auth', ['learner', 'log']),
    room('service', [
      ...['course', 'grading', 'sandbox', 'review', 'interview', 'matcher'],
      ...['learner', 'auth', 'contract', 'log'],
    ]),
    room('contract', ['grading', 'review', 'interview']),
    room('client', []),
    room('authoring', ['course', 'grading', 'sandbox', 'review', 'matcher']),
    room('setup', []),
    never(
      'handlers-import-no-components',
      '^app/api/',
      '^app/(_components|\\(course\\))/',
      'what handlers and pages share is in lib/service',
    ),
    never(
      'pages-import-no-handlers',
      '^app/(?!api/)',
      '^app/api/',
      'pages ask lib/service; what is sent over the wire is in lib/contract',
    ),
    never(
      'shared-components-import-no-route',
      '^app/_components/',
      '^app/\\(course\\)/',
      'what one route alone uses is in its folder; what others use too is in app/_components',
    ),
    never(
      'figure-parts-import-what-they-may',
      '^app/_components/figure/',
      '^(app|content|e2e|lib|prisma)/',
      'what figures are made of imports types of grading and the button, and nothing else of ours',
      { toNot: ['^app/_components/figure/', '^app/_components/ui/button', '^lib/grading/'] },
    ),
    never(
      'lib-has-no-react',
      '^lib/(?!service/)',
      '(^|/)node_modules/(react|react-dom|@base-ui|@codemirror)/',
      'components are in app; lib/service caches what one page asks twice',
    ),
    never('lib-never-imports-app', '^lib/', '^app/', 'pages are made of lib, not the other way round'),
    never(
      'content-imports-what-it-may',
      '^content/',
      '^(app|lib)/',
      'content is about attention: it imports grading, the engine, the language model, figures, and types of course and review',
      {
        toNot: [
          '^lib/(attention|grading|language-model)/',
          '^app/_components/figure/',
          '^lib/(course|review)/(card|definition|frontmatter|number)\\.ts$',
        ],
      },
    ),
    never(
      'mistakes-are-for-exercises',
      '^(app|e2e|lib|prisma|content/(?!(mistakes|lessons)/))',
      '^content/mistakes/',
      'content/mistakes is what exercises share; nothing else knows it',
    ),
    never(
      'pure-rooms-are-pure',
      '^lib/(attention|grading|language-model)/',
      `${NODE}|(^|/)node_modules/(?!zod/)`,
      'these run everywhere: no Node, no React, no packages but zod',
    ),
    never(
      'review-interview-and-matcher-are-pure',
      '^lib/(review|interview|matcher)/',
      `${NODE}|(^|/)node_modules/(?!(zod|ts-fsrs|date-fns|@date-fns|wink-[a-z-]+)/)`,
      'it runs everywhere: no Node, no React, no packages but for schemas, memory, days and words',
    ),
    never(
      'only-learner-and-auth-touch-prisma',
      '^(app|content|e2e|lib/(?!(learner|auth)/))',
      '(^|/)(@prisma|prisma)/|@prisma-adapter|^lib/learner/generated/',
      'ask lib/learner',
      { fromNot: ['^lib/setup/'] },
    ),
    {
      name: 'client-never-reaches-server',
      comment: 'what runs in a browser reaches no server-only module, through whatever it imports',
      severity: 'error',
      from: { path: clientRoots(), pathNot: TESTS },
      to: { path: SERVER_ONLY, reachable: true },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: 'generated/' },
      to: { circular: true },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '\\.(css|wasm)$' } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(^|/)(node_modules|generated)/' },
    exclude: { path: '/exercises/[^/]+/(right/|wrong/|starter|solution)|/hostile/programs/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mdx'],
    },
  },
}

/** Where a browser comes in: files that say 'use client', and workers. As one pattern; one that matches nothing without any. */
function clientRoots() {
  const roots = ['app', 'content', 'lib'].flatMap(filesIn).filter(isClientRoot)
  return roots.length === 0 ? '^$' : `^(${roots.map((root) => root.replace(/[.()[\]\\]/g, '\\$&')).join('|')})$`
}
function isClientRoot(file) {
  return (
    /\.worker\.ts$/.test(file) || (/\.tsx?$/.test(file) && /^\s*['"]use client['"]/.test(readFileSync(file, 'utf8')))
  )
}
function filesIn(at) {
  if (!existsSync(at)) return []
  if (!statSync(at).isDirectory()) return [at]
  return readdirSync(at).flatMap((name) => (name === 'generated' ? [] : filesIn(`${at}/${name}`)))
}
