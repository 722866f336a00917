import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'gqa-mqa/interview',
    kind: 'interview',
    question:
      'How do grouped-query and multi-query attention shrink the KV cache, by how much in a model you know, and at what cost in quality?',
    modelAnswer:
      'In grouped-query attention, h query heads share g key and value heads: each group of query heads uses one pair. Only keys and values are cached, so the cache shrinks by h over g. Multi-query attention is the extreme case, g equal to one: a single key and value head for all query heads, so it shrinks by h. Llama-2-70B has 64 query heads and 8 key and value heads, so its cache is eight times smaller. Multi-query attention loses a little quality; with grouped queries it stays close to that of full multi-head attention.',
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
              'The shapes fit, so nothing warns you, but in a model trained for neighboring groups most heads read wrong keys and values.',
          },
        ],
      },
      {
        question: 'What does the smaller cache cost?',
        answer:
          'A little quality: on T5-XXL, MQA scored 0.6 points below multi-head attention, and GQA with 8 KV heads 0.1 points.',
        whenMissing: 'quality-close',
        followUps: [
          {
            question: 'Can an existing multi-head model be turned into a GQA model?',
            answer:
              'Yes: average the key and value projections of each group and continue training with a few percent of the original compute.',
          },
        ],
      },
    ],
    exercise: 'grouped-query-attention',
    anchor: 'why',
    teaches: ['first-only', 'drops-heads'],
  },
  {
    id: 'gqa-mqa/index-formula',
    kind: 'formula',
    question:
      'There are h query heads and g KV heads. Which KV head does query head i read, and which heads share one?',
    modelAnswer:
      '$\\lfloor i / (h/g) \\rfloor$. A group has h/g heads, and neighbors share: with 6 query heads and 3 KV heads they read 0, 0, 1, 1, 2, 2. The same index holds for keys and values.',
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
        answer:
          'It assigns KV heads in turn: 0, 1, 2, 0, 1, 2. The shapes fit, but a model trained for groups reads wrong keys.',
        followUps: [
          {
            question: 'When do the two agree?',
            answer: 'When g is 1 or g is h.',
          },
        ],
      },
    ],
    exercise: 'grouped-query-attention',
    anchor: 'sharing-keys-and-values',
    teaches: ['modulo', 'divide-by-hkv', 'k-shared-v-per-head'],
  },
  {
    id: 'gqa-mqa/what-falls',
    kind: 'why',
    question: 'What does grouping query heads make cheaper, and what stays the same?',
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
        answer: 'For the cache it rises by a factor of h/g: the same work on fewer bytes.',
        followUps: [
          {
            question: 'When does the saving stop?',
            answer: 'With tensor parallelism over more GPUs than KV heads: the KV heads are then replicated.',
          },
        ],
      },
    ],
    exercise: 'grouped-query-attention',
    anchor: 'what-shrinks-and-what-stays',
  },
  {
    id: 'gqa-mqa/llama-2-70b',
    kind: 'number',
    question:
      'How many bytes does Llama-2-70B (80 layers, 64 query heads and 8 KV heads of width 128, fp16) cache for each token, and how many would it cache without grouping?',
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
    anchor: 'what-shrinks-and-what-stays',
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
    anchor: 'by-query-heads',
    teaches: ['by-query-heads', 'twice'],
  },
  {
    id: 'gqa-mqa/conversion',
    kind: 'definition',
    question: 'How do you turn a trained multi-head model into a grouped one, and how much training does that take?',
    modelAnswer:
      'Average the key and value projections of the heads in each group, and continue training with about 5% of the original compute. The averaging is done once, on the weights; at run time nothing is averaged.',
    keyPoints: [
      {
        id: 'mean-pool',
        point: 'The key and value heads of a group are mean-pooled, once, on the weights.',
        accepts: ['[12] mean|average|pool|pooled|averaged key|value|kv|head|group'],
      },
      {
        id: 'uptraining',
        point: 'Then training continues with about 5% of the original compute.',
        accepts: ['[12] train|training|uptrain|continue|retrain 5|five|percent|few|compute|original'],
      },
    ],
    followUps: [
      {
        question: 'Why the mean, and not the first head of the group?',
        answer:
          'In the comparison of Ainslie et al. it kept the most quality, ahead of the first head and of new random heads.',
        followUps: [
          {
            question: 'Are the query heads averaged too?',
            answer: 'No, all h of them stay.',
          },
        ],
      },
    ],
    exercise: 'grouped-query-attention',
    anchor: 'what-it-costs-in-quality',
    teaches: ['mean-pool'],
  },
  {
    id: 'gqa-mqa/tensor-parallel',
    kind: 'why',
    question: 'Tensor parallelism splits the heads over GPUs. What happens to the cache with more GPUs than KV heads?',
    modelAnswer:
      'Every GPU needs a whole KV head for its query heads, so KV heads are replicated: with 8 KV heads on 16 GPUs, each is stored twice. Once there are as many GPUs as KV heads, the cache per GPU no longer shrinks.',
    keyPoints: [
      {
        id: 'replicated',
        point: 'The KV heads are replicated: with 8 KV heads on 16 GPUs, each is stored twice.',
        accepts: [
          'replicate|replicated|duplicate|duplicated|replica|replication',
          '[8] copy|copied|copies|repeat|repeated kv|head|key',
          '[12] store|stored|copy|copied|keep|hold|sit|live 2_times|twice|2 kv|head|key|gpu',
          '[10] same kv|head > several|2|many|multiple > gpu',
        ],
        rejects: ['[8] split > within|inside > head -not -cannot'],
      },
      {
        id: 'saving-stops',
        point: 'The cache per GPU no longer shrinks.',
        accepts: [
          'not: [12] shrink|smaller|fall|save|less|decrease|reduce|gain cache|memory|gpu',
          '[12] saving|gain|benefit|shrinking stop|end|vanish|plateau|limit',
          '[12] cache|memory per|each gpu same|stay|constant|unchanged',
        ],
        rejects: ['[8] cache > halve|half > gpu -not'],
      },
    ],
    followUps: [
      {
        question: 'Llama-2-70B on 8 GPUs: how much cache per token does each keep?',
        answer: 'One of the 8 KV heads: 320 KiB / 8 is 40 KiB.',
        followUps: [
          {
            question: 'And the latent of MLA?',
            answer: 'It serves all heads, so every GPU that holds some of them needs all of it.',
          },
        ],
      },
    ],
    exercise: 'grouped-query-attention',
    anchor: 'across-several-gpus',
  },
  {
    id: 'gqa-mqa/mla-absorbed',
    kind: 'why',
    question:
      'What does MLA cache instead of keys and values, how do the heads get different ones from it, and why doesn’t decoding have to compute them?',
    modelAnswer:
      'It caches one latent per token and layer, a down-projection of the token that serves all heads, and a small rotated key. Each head has its own up-projections. A score is q (c W)ᵀ = (q Wᵀ) · c, so the up-projection of the keys is absorbed into the query projection, and that of the values into the output projection. Each head then attends over the latents themselves.',
    keyPoints: [
      {
        id: 'one-latent',
        point: 'It caches one latent per token and layer, shared by all heads.',
        accepts: [
          '[12] cache|store|keep|hold latent|compressed|c_kv',
          '[12] latent|compressed all|every|shared|common head',
          '[10] latent|compressed vector|token|layer|low_rank|instead',
          '[10] down|low_rank projection|project|projected|vector|compress|compressed',
        ],
        rejects: ['[6] latent > each|every|per > head -all -serve -share'],
      },
      {
        id: 'own-up-projections',
        point: 'Each head has its own up-projections for keys and values.',
        accepts: [
          '[12] up_projection|upprojection|upproject|w_uk|decompress|expand|matrix own|each|per|every|different head',
          '[12] head own|different up|projection|key|value|matrix',
        ],
        rejects: ['[8] same|one > up_projection > all|every > head'],
      },
      {
        id: 'absorbed',
        point: 'The up-projections are absorbed into the query and output projections.',
        accepts: [
          'absorb|absorbed|absorption',
          '[8] merge|merged|fold|folded|fuse|fused query|q|output projection|weight|matrix',
          '[14] fold|folded|merge|merged|multiply|combine|move|fuse|fused up|w_uk|projection|matrix query|q|w_q|output|w_o',
        ],
        rejects: ['[8] absorb|fold|merge > kv_cache|cache -not'],
      },
    ],
    followUps: [
      {
        question: 'Why does MLA cache a separate rotated key?',
        answer:
          'RoPE puts a rotation between the two matrices, another one for each distance, so no single product of them would be right. A separate small key carries the position, one for all heads.',
        followUps: [
          {
            question: 'How are the scores scaled, then?',
            answer: 'They are divided by the root of both widths together, √(128 + 64).',
          },
        ],
      },
    ],
    exercise: 'grouped-query-attention',
    anchor: 'mla-caching-a-latent',
  },
  {
    id: 'gqa-mqa/mla-size',
    kind: 'number',
    question:
      'MLA with a latent of 512 and a rotated key of 64, for 128 heads of width 128: how many numbers per token and layer, and how many would multi-head attention cache?',
    modelAnswer:
      '512 + 64 = 576 numbers, for all heads together. Multi-head attention caches 2 · 128 · 128 = 32,768, about 57 times as many.',
    keyPoints: [
      {
        id: 'numbers-576',
        point: '576 numbers per token and layer.',
        accepts: ['576', '[8] 512 plus|and|+ 64'],
        rejects: ['[4] 2_times|twice 576', '1152'],
      },
      {
        id: 'numbers-32768',
        point: 'Multi-head attention caches 32,768.',
        accepts: ['32768', '[8] 57 times|fold|less|fewer|more', '[6] 2 128 128'],
        rejects: ['[6] 16384 multi_head|mha|full|head'],
      },
    ],
    followUps: [
      {
        question: 'How many bytes per token is that for the 61 layers of DeepSeek-V3 in 16 bits?',
        answer: '576 · 61 · 2 = 70,272 bytes, 68.6 KiB, in a model of 671 billion parameters.',
        followUps: [
          {
            question: 'How many KV heads of width 128 would take as much?',
            answer: '576 / 256 = 2.25.',
          },
        ],
      },
    ],
    exercise: 'cache-reduction',
    anchor: 'mla-a-separate-key-for-positions',
  },
])
