/**
 * Words that count as one another in answers about attention, by the name that patterns use (`@name`). A set may hold
 * others.
 */
export const SYNONYMS: Readonly<Record<string, string>> = {
  query: 'query|q',
  key: 'key|k|kv',
  value: 'value|v|kv|content vector|content',
  onetime: 'once|1 time|single time|just once|beforehand|upfront|in advance|ahead of time|1 single time',
  pair: 'key|k|kv|value|v',
  average:
    'expectation|average|mean|sum|mix|mixture|blend|combination|combine|interpolate|interpolation|aggregate|add|pool|pooling|superposition',
  weighted: 'weighted|weight|weighting|alpha|coefficient|probability|convex|proportional|share',
  dot: 'dot product|inner product|scalar product|dot|inner products|multiply|matmul|times|product|dotted',
  projection:
    'projection|project|matrix|matrices|linear layer|linear map|linear transformation|linear|wq|wk|wv|weight matrix',
  see: 'see|look|attend|peek|access|view|read|know|peep|watch|cheat|glance|spy|use|depend|visible|aware',
  later:
    'successor|future|later|ahead|next|following|subsequent|upcoming|after|come|comes|right|not yet|forward|succeeding|beyond',
  earlier:
    'back|past|previous|earlier|before|left|itself|backward|backwards|preceding|prior|so far|history|already|behind',
  hide: 'blindfold|hide|mask|block|forbid|cut|prohibit|remove|ban|exclude|disallow|ignore|invisible|forbidden|drop|prevent|stop|blind|rule out|blank|suppress|disable|zero out|off limits',
  store:
    'lookup|store|keep|save|cache kv|cache key|cache k|cache value|cache past|cache them|remember|retain|memoise|memoize|hold|stash|memorise|memorize|reuse|put aside|persist|preserve|leave|append',
  recompute:
    'recompute|compute again|project again|calculate again|redo|re run|rerun|run again|compute anew|compute every|repeat|process again|re process|reprocess|re encode',
  evict: 'evict|drop|throw|discard|forget|remove|delete|kick|lose|pop|expire|toss|eject|purge|get rid|fall',
  small:
    'null|small|tiny|vanish|zero|0|disappear|die|dead|negligible|none|hardly|kill|little|minuscule|shrink|nothing|near zero|nil|starve|flat|stop|dry',
  saturate:
    'saturate|saturation|saturated|onehot|peaked|peaky|spiky|sharp|winner|argmax|hardmax|extreme|collapse|degenerate|concentrate|flat region|flat part|peak|spike|sharply|hard max|pointy|overconfident|hard',
  single: 'only 1|1 key|1 token|single|1 position|1 entry|1 of them|winner|1 element|largest|biggest',
  same: 'same|identical|equal|equivalent|unchanged|common|shared|one and the same',
  all: 'all|every|everyone|everything|whole|entire|each|everybody|anyone|full|anywhere|everywhere',
  once: 'once|parallel|simultaneous|simultaneously|same time|single pass|1 pass|1 forward|1 go|1 shot|1 run|single forward|whole sequence|all positions|every position|1 step|single go|single run|in one|together|all tokens',
  cost: 'cost|time|compute|complexity|computation|flops|operation|work|arithmetic|runtime|expense|price|effort|calculation|multiply|expensive|step',
  memory: 'memory|space|storage|footprint|store|entries|entry|ram|vram|elements|numbers|bytes|hold',
  quadratic: 'quadratic|n2|quadratically|square|squared|n2d',
  quad: 'quadratic|n2|quadratically|square|squared',
  sameseq:
    'same sequence|same input|own text|own sentence|own tokens|own words|own input|same source|same text|same sentence|same place|same tokens|same token|same x|same set|single sequence|1 sequence|own sequence|1 input|1 and same|same matrix|same hidden|same stream|one source|same words|same data|same list|single input|1 sentence|1 text|single source|same embedding|1 source',
  prevtoken:
    'previous token|next token|preceding token|following token|neighbouring token|adjacent token|previous word|next word|preceding word|previous position|next position|adjacent position|token before|word before|1 token back|1 back|1 position back|previous 1|left neighbour|right neighbour|neighbour|neighbouring word|adjacent word|last token|1 before|1 to left|token ahead|1 step back|1 token left|1 to right|previous|1 word back|token to left|token to right|1 token ahead',
  same_formula:
    'kernel|attention function|formula|equation|computation|math|mechanism|operation|calculation|mathematics|algorithm|maths|procedure|arithmetic|recipe',
  linear: 'straight line|linear|linearly|o(n)|proportional|proportionally',
  length: 'length|seqlen|n|sequence|context|token|text|long',
  few: 'eliminate|less|fewer|reduce|save|avoid|rarely|minimise|minimize|cut|lower|seldom|spare|little|fewer times',
  slow: 'hbm|slow memory|global memory|memory access|memory traffic|dram|bandwidth|vram|main memory|gpu memory|slow|read write|round trip|memory transfer|data movement|device memory|off chip',
  fast: 'sram|on chip|shared memory|fast memory|registers|onchip|local memory',
  block: 'block|tile|chunk|tiling|page|piece|slab|tiled|blockwise|tilewise|segment|strip',
  head: 'head',
  different: 'different|several|various|multiple|separate|distinct|many|diverse|own',
  close:
    'close|same|near|nearly|little|hardly|almost|negligible|small|comparable|par|barely|match|minor|slight|slightly|similar|minimal|good|preserve|retain|tiny|keep|on par|marginal|equal|intact|stay',
  prune:
    'prune|remove|redundant|drop|cut|superfluous|unnecessary|useless|delete|dispensable|throw|spare|ablate|without|mask out|switch off|turn off|kick|chop|zero|take out|go|discard|idle',
  first: 'first|initial|start|beginning|sink|bos|earliest|opening|oldest',
  broken:
    'break|broke|broken|off rails|bananas|haywire|nuts|collapse|garbage|fail|nonsense|explode|mad|degrade|bad|perplexity|worse|crash|die|ruin|destroy|gibberish|disaster|catastrophe|fall apart|rubbish|blow|suffer|falls over|babble|incoherent|crazy|disturb',
  window: 'window|around|local|neighbour|neighbourhood|nearby|band|banded|near|sliding|surrounding|vicinity|close',
  enough: 'enough|suffice|sufficient|plenty|sink|first|initial|about|roughly|keep|piece|do',
  prefix: 'prefix|prompt|beginning|start|common|system prompt|same|opening|instruction',
  outlier: 'outlier|huge|large|extreme|big|stripe|spike|much larger|enormous|dominant',
  channel: 'channel|dimension|column|feature|coordinate|component',
  perchannel:
    'per channel|channel wise|channelwise|channel channel|along channel|each channel|every channel|own channel|by channel|per dimension|per column|per feature|channels|channel',
  weak: 'hurt|weak|weaker|bad|worse|poor|poorer|lose|forget|struggle|trouble|fail|limited|inferior|suffer|lag|blurry|drop|not as good|less|degrade|imprecise|difficult|hard|problem|behind',
  recall:
    'recall|retrieve|retrieval|lookup|copy|copying|detail|remember|needle|associative|find|exact token|precise|look back|specific|recover|memorise|fetch|quote',
}

/** The words of all small sets that hold a word. */
export function findSynonymsWith(word: string): readonly string[] {
  return Object.values(SYNONYMS).flatMap((set) => {
    const words = set.split('|')
    return words.includes(word) ? words.filter((other) => other !== word) : []
  })
}
