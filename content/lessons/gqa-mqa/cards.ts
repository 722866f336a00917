import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'gqa-mqa/interview',
    kind: 'interview',
    question:
      'How do grouped-query and multi-query attention shrink the KV cache, and by how much in a model you know?',
    modelAnswer:
      'In grouped-query attention, h query heads share g key and value heads: each group of query heads uses one pair. Only keys and values are cached, so the cache shrinks by h over g. Multi-query attention is the extreme case, g equal to one: a single key and value head for all query heads, so it shrinks by h. Llama-2-70B has 64 query heads and 8 key and value heads, so its cache is eight times smaller. And the quality stays close to that of full multi-head attention.',
    keyPoints: [
      {
        id: 'shared-kv-heads',
        point: 'In GQA several query heads share one key/value head.',
        accepts: [
          '[12] share|common|tie|tying|sharing|shared|reuse @pair !all|every|whole -all',
          '[12] group|several|multiple|subset|some|g|few|bunch query|q|head kv|key|k|@pair 1|one|share|single|same|own|common -all !everybody',
          '[10] group > share|own|have|get|use|1|one > @pair',
          '[8] share within|among|per group',
          '[12] query > same|single|1|one|common > kv|key !all|every|mqa -all -every',
          '[10] several|multiple|some|handful|few|bunch|group|number > query > share > 1|one|same',
          '[10] share them head|group',
          'not: [8] own kv|key|pair ^share|group',
          '[6] query > share > 1|one !mqa|all|every',
          '[14] 2|4|8|several|few|handful|group > query > same|share|between|common > kv|key|value|head -mqa -all_query',
          '[8] kv|key|head|each > serve > several|8|4|2|many|multiple|group > query',
          '[12] several|few|handful|group|some > query > 1|single|same > kv|key|value -mqa -all',
        ],
        rejects: ['[8] several|many|multiple|group > kv|key > share|use > query -query'],
      },
      {
        id: 'reduction-h-over-g',
        point: 'GQA shrinks the cache by the factor h/g.',
        accepts: [
          'h/g',
          '[14] query|q head|heads divide|over|ratio|per|by kv|key|group|g',
          '[10] group_size|size_group|heads_per_group !square|root',
          '[14] ratio|quotient query|q kv|key|group',
          '[12] cache|kvcache|size|memory g/h -shrink -factor',
        ],
        rejects: ['[8] attention|compute|flops > cheaper|faster > h/g', '[5] grow|increase|larger > h/g'],
      },
      {
        id: 'mqa-one-kv-head',
        point: 'MQA is the case g = 1: one key/value head for all query heads.',
        accepts: [
          '[10] mqa > 1|single|one|extreme|just|only > @pair|case|group|kvheads -query',
          '[8] 1|single|one > @pair|kvheads > mqa',
          '[6] g 1|one equal|head|mqa|kv|extreme|case|with|set|is',
          '[14] all|every query|q|head share|use single|1|one|same @pair',
          'g_equal_1|g_1',
          '[6] kvheads 1 mqa',
          '[10] mqa extreme|limit|limiting|special',
          '[14] mqa > just|only|single > 1|one',
          '[6] 1|single|one > @pair > everybody|everyone',
          '[10] 1|single|only > all|every > mqa',
          '[20+] all|every > query > 1|single|same > @pair > mqa',
          'any: [8] mqa > single|1 > all|every > head',
        ],
        rejects: ['[3] 1|single|one > query > head -kv -key'],
      },
      {
        id: 'example-model',
        point: 'An example: Llama-2-70B has 64 query heads and 8 KV heads, so its cache is 8 times smaller.',
        accepts: [
          '[14] llama|mistral|qwen|gemma|mixtral|falcon|starcoder|palm 128|96|71|64|48|40|32|28|16 > 16|8|4|2|1',
          '[26] llama|mistral|qwen|gemma|mixtral|falcon|starcoder|palm 4_times|4x|8_times|8x|16_times|factor_4|factor_8|4_fold|8_fold',
          '[16] llama 64 > 8',
          '[16] llama 8 kv|key > 64',
          '[26] llama 8_times|8x|8_fold|eightfold|factor_8',
          '[10] 70b 64 > 8',
          '[10] 64 > query > 8 > kv|key|kvheads',
        ],
        rejects: ['[3] 64 > kv|key|kvheads > head -8 -query'],
      },
      {
        id: 'quality-close',
        point: 'The quality of GQA stays close to full multi-head attention.',
        accepts: [
          '[9] quality|accuracy|performance|perplexity|loss|degradation @close',
          'not: [9] suffer|hurt|lose|degrade|drop|worse|sacrifice|fall|decrease|damage|lost|loss|decline quality|accuracy|performance|much|perplexity|anything|model|results',
          '[6] degradation|loss|drop|hit|penalty negligible|small|little|minimal|tiny|slight|minor|almost|hardly|marginal|barely|no',
          '[8] almost|nearly|practically|about|close as_good|same|par mha|full|multi_head|normal|original|vanilla|quality',
          'any: [5] hardly|barely|scarcely|little|not > worse',
          'any: [12] quality|accuracy > suffer|drop|fall|degrade > not',
          'any: [8] lose|loss|drop|sacrifice nothing|no|not|hardly|little|barely|without quality|accuracy|performance',
        ],
        rejects: [
          '[6] quality > better|higher !mqa -not -nearly -almost -practically -about -close',
          '[8] quality|accuracy|performance > drop|fall|suffer|degrade > lot|badly|clearly|considerable|strongly !mqa -mqa',
          '[6] quality|accuracy|performance > collapse -not',
        ],
      },
    ],
    followUps: [
      {
        question: 'By what factor exactly does GQA shrink the cache?',
        answer: 'By h over g, query heads over key/value heads. The factor h is that of MQA.',
        whenMissing: 'reduction-h-over-g',
        followUps: [
          {
            question: '32 query heads and 4 KV heads?',
            answer: 'Eight times.',
          },
        ],
      },
      {
        question: 'Which KV head does query head number i use?',
        answer: 'The floor of i divided by the group size h over g: neighboring query heads share one.',
        whenMissing: 'shared-kv-heads',
        followUps: [
          {
            question: 'What if someone uses i modulo g instead?',
            answer:
              'With weights trained for the usual layout every head reads wrong keys and values; the shapes fit, so nothing warns you.',
          },
        ],
      },
      {
        question: 'What does the smaller cache cost?',
        answer:
          'A little quality: clearly visible for MQA, very small for GQA, which stays close to multi-head attention.',
        whenMissing: 'quality-close',
        followUps: [
          {
            question: 'Can an existing multi-head model be turned into a GQA model?',
            answer:
              'Yes: average the key and value heads of each group and train on for a few percent of the original compute.',
          },
        ],
      },
    ],
    exercise: 'grouped-query-attention',
  },
  {
    id: 'gqa-mqa/index-formula',
    kind: 'formula',
    question: 'Query head i of h, and g KV heads: which one does it read?',
    modelAnswer:
      '$\\lfloor i / (h/g) \\rfloor$. The size of a group is h/g, and neighbors share: with 6 query heads on 3 KV heads it is 0, 0, 1, 1, 2, 2. The same index holds for keys and values.',
    keyPoints: [
      {
        id: 'floor',
        point: 'KV head number is i divided by the group size h/g, rounded down.',
        accepts: ['over|divide h/g|group|size', '[10] divide|over|divided group|h|size', 'kv h/g'],
      },
      {
        id: 'neighbours',
        point: 'Neighboring query heads share a KV head.',
        accepts: ['[8] neighbour|neighbouring|consecutive|adjacent|next share|same|head|group|read'],
      },
    ],
    followUps: [
      {
        question: 'What is i mod g, then?',
        answer: 'Tiling: 0, 1, 2, 0, 1, 2. The shapes fit, but a model trained for groups reads wrong keys.',
        followUps: [
          {
            question: 'When do the two agree?',
            answer: 'When g is 1 or g is h.',
          },
        ],
      },
    ],
    exercise: 'grouped-query-attention',
  },
  {
    id: 'gqa-mqa/what-falls',
    kind: 'why',
    question: 'What does grouping make cheaper, and what not?',
    modelAnswer:
      'The cache, the bytes read at each step, and the projections of keys and values. The scores and their multiply-adds stay the same: all h query heads still attend to every token. Decoding is memory-bound: it waits for bytes to be read, and there are fewer of them.',
    keyPoints: [
      {
        id: 'cache-and-bytes',
        point: 'The cache and the bytes read per step shrink.',
        accepts: ['[10] cache|kvcache|bytes|read shrink|smaller|fall|less|cheaper|fewer|reduce'],
      },
      {
        id: 'projections',
        point: 'The projections of keys and values shrink.',
        accepts: ['[10] projection|project|wk|matrix shrink|smaller|fall|less|cheaper|fewer|k|kv|key'],
      },
      {
        id: 'scores-stay',
        point: 'Scores and their multiply-adds stay the same.',
        accepts: ['[12] score|multiply|add|arithmetic|flops same|stay|unchanged|as_many|not'],
      },
    ],
    followUps: [
      {
        question: 'What does that do to arithmetic intensity?',
        answer: 'It rises by h/g: as much work on fewer bytes.',
        followUps: [
          {
            question: 'When does the saving stop?',
            answer: 'With tensor parallelism over more GPUs than KV heads: these are then replicated.',
          },
        ],
      },
    ],
    exercise: 'grouped-query-attention',
  },
  {
    id: 'gqa-mqa/llama-2-70b',
    kind: 'number',
    question: 'How many bytes does Llama-2-70B cache for each token, and how many would it without grouping?',
    modelAnswer:
      '80 layers, 8 KV heads of width 128, keys and values, 2 bytes: 2 · 80 · 8 · 128 · 2 = 327,680 bytes, 320 KiB. With all 64 heads it would be 2.5 MiB, eight times as much.',
    keyPoints: [
      {
        id: '320-kib',
        point: '320 KiB per token in fp16.',
        accepts: ['320_kib'],
        rejects: ['[8] 320_kib > without -2.5', 'any: [8] 320_kib > without -2.5'],
      },
      {
        id: 'eight-times',
        point: 'Eight times less than 2.5 MiB with 64 KV heads.',
        accepts: ['[16] 8 times|less|fold|64|2.5', '2.5_mib'],
        rejects: ['[6] 2.5_mib > group|grouping|gqa -without -ungrouped'],
      },
    ],
    followUps: [
      {
        question: 'Llama-2-7B takes 512 KiB. Why more, for a smaller model?',
        answer:
          'It has 32 layers of 32 heads, and each head keeps its own keys and values: 2 · 32 · 32 · 128 · 2 bytes.',
        followUps: [
          {
            question: 'And 4,096 tokens of the 70B model?',
            answer: '320 KiB · 4,096 is 1.25 GiB per sequence.',
          },
        ],
      },
    ],
    exercise: 'cache-reduction',
  },
  {
    id: 'gqa-mqa/by-h',
    kind: 'trap',
    question: '“GQA shrinks the cache by the number of heads.” What would you correct?',
    modelAnswer:
      'That is multi-query attention, the case of a single KV head. Grouped-query attention shrinks the cache by h/g, query heads over KV heads.',
    keyPoints: [
      {
        id: 'h-over-g',
        point: 'GQA shrinks the cache by h/g.',
        accepts: ['h/g', '[10] ratio|per|over|divide query|h|head kv|g|group|key'],
      },
      { id: 'mqa-by-h', point: 'The factor h is that of MQA, g = 1.', accepts: ['[10] mqa|g h|factor|1|head'] },
    ],
    followUps: [
      {
        question: '32 query heads and 8 KV heads?',
        answer: 'Four times.',
        followUps: [
          {
            question: 'And as MQA?',
            answer: '32 times.',
          },
        ],
      },
    ],
    exercise: 'cache-reduction',
  },
  {
    id: 'gqa-mqa/conversion',
    kind: 'definition',
    question: 'How do you turn a trained multi-head model into a grouped one?',
    modelAnswer:
      'Average the key and value projections of the heads in each group, and train on with about 5 % of the original compute. That is done once, on the weights; at run time nothing is averaged.',
    keyPoints: [
      {
        id: 'mean-pool',
        point: 'The key and value heads of a group are mean-pooled, once, on the weights.',
        accepts: ['[12] mean|average|pool|pooled|averaged key|value|kv|head|group'],
      },
      {
        id: 'uptraining',
        point: 'Then the model is trained on with about 5 % of the original compute.',
        accepts: ['[12] train|training|uptrain|continue|retrain 5|five|percent|few|compute|original'],
      },
    ],
    followUps: [
      {
        question: 'Why the mean, and not the first head of the group?',
        answer: 'In the comparison of Ainslie et al. it kept most of what the heads had learned.',
        followUps: [
          {
            question: 'Are the query heads averaged too?',
            answer: 'No, all h of them stay.',
          },
        ],
      },
    ],
    exercise: 'grouped-query-attention',
  },
])
