import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'kv-cache/interview',
    kind: 'interview',
    question: 'What is the KV cache, and why does it matter?',
    modelAnswer:
      'When we generate token by token, the keys and values of past tokens never change. So we store them, and each step runs only the new token and attends over the stored keys: O(d² + n·d) per layer, of which n·d is attention. Without the cache the whole prefix runs again at every step: O(n·d² + n²·d). So the cache saves a factor of about n at step n. The price is memory: two, times layers, times batch, times sequence length, times KV heads, times head dimension, times bytes. For Llama-2-7B in half precision that is two gibibytes for one sequence of 4,096 tokens.',
    keyPoints: [
      {
        id: 'store-past-kv',
        point: 'The keys and values of past tokens are stored and reused instead of being recomputed.',
        accepts: [
          '[9] @store @pair|past_token !weight -query',
          'not: [9] @recompute @pair|past|previous|old|earlier|everything|prefix|token|them|again',
          '[8] reuse|reusing|reused @pair|past|them|old|stored|previous',
          '[10] append|store|keep|save kv|key|value !query|weight',
          'memoise|memoising|memoisation|memoize',
          '[12] silly|wasteful|pointless|stupid|waste|redundant|needless|unnecessary|superfluous @recompute|compute',
          '[4] cache|store|keep|save > them ^kv|key|value',
          'not: [6] compute|calculate > them|again|anew ^kv|key|value',
          'any: [8] cache|store|keep > only|just > kv|key|value',
          '[10] keep|store|save > only > new|last|newest ^kv|key|value',
          '[6] cache|store > kv|key|k token|past|previous|all|far|each -query -weight',
        ],
        rejects: [
          '[6] recompute kv|key|value -not -never -no -instead -without -avoid',
          '[2] cache|store|keep > queries !kv|key|value',
        ],
      },
      {
        id: 'past-kv-never-change',
        point: 'It works because the keys and values of past tokens never change.',
        accepts: [
          'not: [10] change|depend|affect|alter|update|modify|influence|move|touch|differ|invalidate|invalidation @pair|past|previous|old|earlier|they|token',
          '[10] @pair|past|previous|old|earlier|already immutable|constant|fix|frozen|final|unchanged|invariant|static|settled|stay_same|remain_same|stay_valid|remain_valid|stay_put|never_stale|same_forever|unaffected|stable|stay|remain|permanent -step -memory -size',
          'not: [8] change ^key|kv|value',
          'not: invalidation|stale|invalidate',
          '[10] @pair whatever > later|future|next|new|come',
          '[30+] @pair > come_out_same|still_same|same_again|come_out_identical',
          '[20+] @pair > still_valid',
          '[10] @pair > same > each|every|all|always|still !memory -size',
        ],
      },
      {
        id: 'step-linear',
        point:
          'With the cache, the attention of one decoding step costs O(n·d), linear in the number of tokens so far.',
        accepts: [
          'nd|o(n) !memory|cache_size -memory',
          '[10] linear|linearly|proportional step|per|decode|new|generate|attention|compute|cost|time|work|each !size|memory|gib|footprint|projection -memory -size',
          '[10] linear|linearly|proportional > number|many|length > token|past|far|sequence !memory|size|footprint -memory -size',
        ],
        rejects: [
          'any: [5] without|no_cache|uncached > nd|o(n) -n2d -nd2',
          'any: [4] nd|o(n) > without|no_cache|uncached -n2d -instead',
        ],
      },
      {
        id: 'no-cache-quadratic-step',
        point: 'Without the cache the whole prefix runs again: O(n·d² + n²·d) per step, of which n²·d is attention.',
        accepts: [
          'any: [16] n2d|quadratic|n2|quadratically|quadratic_step without|no_cache|otherwise|recompute|rerun|redo|again|prefix|naive|instead|uncached|scratch|avoid|versus|drop|down|stateless|every|not_cache|else|vs|rather|repeat|naively',
          'any: [14] nd|o(n)|linear n2d|n2|quadratic step|per|token|without|instead|from|vs|versus|otherwise|not',
          'any: [6] nd n2d',
          'any: [8] not > n2d',
          'any: [16] nd2 without|no_cache|otherwise|recompute|rerun|redo|again|prefix|naive|uncached|scratch',
          'any: [16] n_times|factor_n|times_n without|no_cache|otherwise|again|rerun|uncached',
        ],
        rejects: [
          'any: [5] without|no_cache|uncached > nd|o(n) -n2d -nd2',
          'any: [4] nd|o(n) > without|no_cache|uncached -n2d -instead',
        ],
      },
      {
        id: 'size-formula',
        point: 'The size is 2 × layers × batch × sequence length × KV heads × head dimension × bytes.',
        accepts: [
          '[30] 2|k_v|kv|twice layer|l|nl batch|b|bs seqlen|n|s|t|length|token|context|tokens|sequence head|h|kv|kvheads dk|d|dimension|width|size|dim byte|element|precision|p|bytes|2|fp16|bpe',
          '[30] 2|twice layer|l batch|b|bs seqlen|n|s|t|length|token|context|tokens|sequence head|h|kvheads dk|d|dimension|width|dim',
          '[50+] 2|twice layer batch seqlen|length|long|token|context head > wide|width|dimension|d|size byte|precision',
        ],
      },
      {
        id: 'llama-number',
        point: 'An example: Llama-2-7B in fp16 takes 512 KiB per token, or 2 GiB for one sequence of 4,096 tokens.',
        accepts: [
          '[12] llama|7b|fp16|4096|4k 512_kib|half_mib|0.5_mib|half_a_mib|524288',
          '[10] 512_kib|half_mib|0.5_mib token',
          '[16] 2_gib|2.1_gib|2_giga 4096|4k|4000|4_thousand|llama|7b|sequence !32 -32',
          '[12] llama 128_kib|320_kib token',
          '[20] llama 8192|8k 1_gib',
        ],
        rejects: ['[4] 2_gib > per|each > token', '[5] 512_kib > sequence|4096 -token -2'],
      },
    ],
    followUps: [
      {
        question: 'How large does the cache get? Give me the formula.',
        answer:
          'Two for K and V, times layers, batch, sequence length, KV heads, head dimension and bytes per element.',
        whenMissing: 'size-formula',
        followUps: [
          {
            question: 'Llama-2-7B, 4,096 tokens, a batch of 32: how much is that?',
            answer: 'Two gibibytes per sequence, times 32: sixty-four gibibytes.',
          },
        ],
      },
      {
        question: 'Why do we not cache the queries as well?',
        answer:
          'A past query is never used again: only the newest token’s query attends. Old keys and values are read at every step.',
        whenMissing: 'store-past-kv',
        followUps: [
          {
            question: 'Would the cache still be valid if the model were bidirectional?',
            answer:
              'No. Then every new token would change the hidden states of earlier ones, and with them their keys and values in all layers above the first.',
          },
        ],
      },
    ],
    exercise: 'kv-cache',
    anchor: 'why',
    teaches: ['k-as-v', 'skips-appends', 'zero-padded-prealloc', 'pushes-query'],
  },
  {
    id: 'kv-cache/size',
    kind: 'formula',
    question: 'How many bytes does a KV cache take? Name every factor.',
    modelAnswer:
      '$2 \\cdot L \\cdot B \\cdot n \\cdot g \\cdot d \\cdot b$: two, for keys and values; layers $L$; sequences in the batch $B$; tokens so far $n$; KV heads $g$; head dimension $d$; bytes per element $b$. It is linear in each of them. It takes KV heads, not query heads: with grouped queries there are more query heads than KV heads.',
    keyPoints: [
      {
        id: 'two-for-k-and-v',
        point: 'The factor 2 is for keys and values.',
        accepts: ['[8] 2|twice|two kv', '[8] 2|twice|two k|key v|value', '[3] 2|twice > l|layer|layers|b|batch|nl'],
      },
      {
        id: 'layers-and-batch',
        point: 'Both the number of layers and the batch size are factors.',
        accepts: ['[10] layer batch', '[12] l|layer|layers b|batch', '[30+] layers batch'],
      },
      {
        id: 'tokens-linear',
        point: 'It grows linearly with the number of tokens.',
        accepts: [
          '[8] linear|linearly|proportional token|length|seqlen|n|sequence',
          '[12] token|length|seqlen|sequence times|factor|multiply|layer|batch -squared',
          '[5] l|b|layer|layers|batch > n|s|t|seqlen > g|h|kvheads|kv|d|dk',
        ],
        rejects: [
          '[6] token|length|seqlen|sequence|tokens > squared|square',
          '[6] quadratic|quadratically > token|length|seqlen|tokens',
        ],
      },
      {
        id: 'kv-heads-times-width',
        point: 'A token adds KV heads × head dimension numbers for K, and as many for V.',
        accepts: [
          '[12] head|kvheads|h dk|width|dimension|d|size',
          '[30] kv head > head dimension|dk',
          '[12] g d|dk',
          '[10] g > head|dk',
        ],
        rejects: ['[2] query > head|heads !kv|kvheads|more|share|whatever'],
      },
    ],
    followUps: [
      {
        question: 'Which of these factors can you make smaller, and how?',
        answer:
          'KV heads by grouped-query attention, bytes by quantizing the cache, tokens by a sliding window. Layers and head dimension belong to the model, and so do grouped heads and a window: they are trained in. The batch is your throughput.',
        whenMissing: 'kv-heads-times-width',
        followUps: [
          {
            question: 'Llama-2-70B has 64 query heads and 8 KV heads. What does that save?',
            answer: 'A factor of 64 over 8: the cache is eight times smaller than with one KV head per query head.',
          },
        ],
      },
    ],
    exercise: 'kv-cache-bytes',
    anchor: 'one-layer-one-sequence',
    teaches: ['one-layer-one-sequence', 'seq-len-squared', 'bits', 'length-counts-both'],
  },
  {
    id: 'kv-cache/never-change',
    kind: 'why',
    question: 'Why do the keys and values of a past token never change?',
    modelAnswer:
      'Because attention is causal. In every layer the hidden state of token $j$ is computed from tokens $0 \\dots j$ only, and its key and value are projections of that state. A later token cannot affect earlier positions. So what was projected once stays valid as long as the text before it does not change.',
    keyPoints: [
      {
        id: 'causal-no-flow-back',
        point: 'Attention is causal: later tokens cannot affect earlier positions.',
        accepts: [
          'causal|causality',
          'not: [10] flow|influence|see|affect|change|reach|attend|look earlier|past|later|future|backward',
        ],
        rejects: [
          'any: [7] earlier|past|previous > not > influence|affect|change|reach > later|future|next',
          '[6] new|later|next > token > update|change|alter',
        ],
      },
      {
        id: 'kv-from-hidden-state',
        point: 'A key and a value are projections of that position’s hidden state.',
        accepts: ['[14] projection|project|function|computed|compute|depend|@projection key|value|kv|hidden|state'],
        rejects: ['[4] projection|project > query', '[6] new|later|next > token > update|change|alter'],
      },
      {
        id: 'all-layers',
        point: 'This holds in every layer, so every layer can keep its own.',
        accepts: ['[8] every|all|each layer'],
        rejects: ['[6] new|later|next > token > update|change|alter'],
      },
    ],
    followUps: [
      {
        question: 'When does a cached key become invalid after all?',
        answer:
          'When the text before it changes: edit or delete a token in the prompt, and everything from there on has to be computed again. Evicting an old token is different: later keys stay as they are, still made from it; only its own key and value can no longer be read, and positions may have to be renumbered.',
        whenMissing: 'causal-no-flow-back',
        followUps: [
          {
            question: 'What does that mean for a shared system prompt?',
            answer:
              'As a prefix it can be computed once and reused for every request that begins with the same tokens, in the same model and adapter. In the middle of a text it cannot.',
          },
        ],
      },
    ],
    exercise: 'decode',
    anchor: 'the-past-does-not-change',
    teaches: ['stores-reference', 'shared-state'],
  },
  {
    id: 'kv-cache/llama-batch',
    kind: 'number',
    question:
      'Llama-2-7B in fp16, 4,096 tokens, a batch of 32: how large is the cache, compared with the weights? Go from one token to the batch.',
    modelAnswer:
      '512 KiB per token: 2 × 32 layers × 32 heads × 128 × 2 bytes. Times 4,096 tokens: 2 GiB per sequence. Times 32: 64 GiB, about five times the 13.5 GB of weights. Two GiB is one sequence, not the batch.',
    keyPoints: [
      {
        id: 'kib-per-token',
        point: 'A token takes 512 KiB.',
        accepts: ['512_kib|half_mib|0.5_mib|524288|524_kib'],
        rejects: ['[5] 512_kib > batch|sequence|32 -token -2'],
      },
      {
        id: 'gib-per-sequence',
        point: 'One sequence of 4,096 tokens takes 2 GiB.',
        accepts: ['2_gib -batch -32', '2.1_gib|2.15_gib -batch -32'],
        rejects: ['[3] 2_gib > token', '[4] 2_gib > per|each > token', '[3] 2_gib > batch'],
      },
      {
        id: 'gib-per-batch',
        point: 'A batch of 32 takes 64 GiB, about five times the weights.',
        accepts: ['64_gib', '69_gib|68.7_gib|68_gib', '[10] 32|batch 64'],
        rejects: ['[4] 64_gib > sequence|token -32 -batch', '[4] 64_gib > 1 > sequence'],
      },
    ],
    followUps: [
      {
        question: 'Besides memory, what does a large cache cost?',
        answer:
          'Time. Each step reads the whole cache once and does little arithmetic with it, so with a long context or a large batch decoding is memory-bound: reading the cache sets its speed.',
        whenMissing: 'gib-per-batch',
        followUps: [
          {
            question: 'Does a larger batch make reading the cache cheaper per token?',
            answer:
              'No. The weights are read once for the whole batch, so their share falls. Each sequence has its own cache, so reading the caches grows with the batch.',
          },
        ],
      },
    ],
    exercise: 'kv-cache-bytes',
    anchor: 'no-batch',
    teaches: ['no-batch'],
  },
  {
    id: 'kv-cache/own-q-only',
    kind: 'trap',
    question: '“With the cache, a new token only computes its own Q.” What is missing?',
    modelAnswer:
      'Its own $k$ and $v$. The new token is projected three times; its key and value are appended to the cache before its query attends over all keys, its own included. What is saved are the projections of the past, not those of the newest token.',
    keyPoints: [
      {
        id: 'also-k-and-v',
        point: 'The new token’s key and value are computed too.',
        accepts: ['[12] kv|key|value|k|v also|too|well|compute|own|new|project|three|3'],
        rejects: [
          '[10] kv|key|value|compute|k|v > past|previous|earlier|old|all > token -new -not -over -attend -query',
          '[8] already > cache|stored',
        ],
      },
      {
        id: 'appended-first',
        point: 'They are appended before its query attends, so it sees itself.',
        accepts: [
          '[12] append|add|store|write|put|go|join before|first|prior|itself|cache',
          '[8] see|attend|read itself|own',
        ],
        rejects: [
          '[6] after > attend|attention|query -before',
          '[10] kv|key|value|compute|k|v > past|previous|earlier|old|all > token -new -not -over -attend -query',
          '[8] already > cache|stored',
        ],
      },
    ],
    followUps: [
      {
        question: 'So which part of a step is O(n), if not the projections?',
        answer:
          'The attention: one dot product with each of n keys and one weighted sum of n values. The projections are O(1) in n.',
        whenMissing: 'also-k-and-v',
        followUps: [
          {
            question: 'And the projections, in terms of the width?',
            answer: 'Order d squared: three vector–matrix products for one token, the same at every step.',
          },
        ],
      },
    ],
    exercise: 'kv-cache',
    anchor: 'excludes-current',
    teaches: ['excludes-current'],
  },
  {
    id: 'kv-cache/prefill-decode',
    kind: 'definition',
    question: 'What are prefill and decode, and what bounds each of them?',
    modelAnswer:
      'Prefill runs the whole prompt through the model at once, with a causal mask, and fills the cache: many tokens per pass, large matrix products. Decode then generates one token per pass: its query attends over the cache, and its key and value are appended. Prefill is compute-bound; decode is memory-bound: it waits for weights and cache.',
    keyPoints: [
      {
        id: 'prefill-at-once',
        point: 'Prefill processes all tokens of the prompt in parallel and fills the cache.',
        accepts: [
          '[12] prefill > prompt|input|all|parallel|once|together|whole|full|entire|1_pass|1_forward|single_pass -decode',
          '[12] prompt|input parallel|once|together|1_pass|1_forward|single_pass|whole|entire|full -decode',
        ],
        rejects: ['[6] prefill > 1|single > token|time', '[10] decode > whole|entire|prompt|once -prefill'],
      },
      {
        id: 'decode-one-token',
        point: 'Decode generates one token at a time, reading and extending the cache.',
        accepts: [
          '[14] decode|decoding|generate|generation > 1|single|each|token_token|step|autoregressive|autoregressively -prefill',
          '[10] 1|single|token_token > decode|decoding -prefill',
        ],
        rejects: ['[10] decode > whole|entire|prompt|once -prefill', '[6] prefill > 1|single > token|time'],
      },
      {
        id: 'compute-and-memory-bound',
        point: 'Prefill is compute-bound, decode is memory-bound.',
        accepts: [
          '[24+] prefill > compute|arithmetic|flops > decode > memory|bandwidth|traffic|reading|read',
          '[8] prefill bound|limited compute|arithmetic|flops -decode',
          '[10] decode|decoding bound|limited|bottleneck|wait memory|bandwidth|traffic|reading|weight -prefill',
          '[10] decode|decoding memory_bound|bandwidth_bound -prefill',
          '[16+] token_token|1_token > limited|bound > memory|bandwidth|traffic -prefill',
        ],
        rejects: [
          '[10] prefill > memory_bound|bandwidth_bound|memory|bandwidth -decode',
          '[10] decode > compute_bound|arithmetic_bound|bound_compute|bound_arithmetic -prefill',
        ],
      },
    ],
    followUps: [
      {
        question: 'Which of the two needs the causal mask?',
        answer: 'Prefill. In decode the only query is the newest token, and everything in the cache is its past.',
        whenMissing: 'prefill-at-once',
        followUps: [
          {
            question: 'What if, in decoding, the mask takes the query for row 0?',
            answer: 'Then the query sees only key 0. Align the mask at the bottom right instead.',
          },
        ],
      },
    ],
    exercise: 'decode',
    anchor: 'mask-local-index',
    teaches: ['mask-local-index'],
  },
])
