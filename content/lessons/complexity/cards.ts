import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'complexity/interview',
    kind: 'interview',
    question: 'What does self-attention cost, in time and in memory, and what can you do about it?',
    modelAnswer:
      'Multiplying Q by K transpose, and then the weights by V, takes n squared times d multiply-adds each, so the time is O of n squared d. The score matrix has n squared entries per head: at a hundred thousand tokens that is twenty gigabytes in half precision. The four projections take another four n d squared, so they are the larger part until n is 2d. There are three ways to pay less. FlashAttention is exact and needs only linear extra memory. Sparse attention with a window of w keys has n times w scores, so it takes O of n w d. And kernelized, or linear, attention is linear in n.',
    keyPoints: [
      {
        id: 'time-n2d',
        point: 'The attention itself takes O(n²·d) time.',
        accepts: [
          'n2d !memory|entries|space',
          '[12] @cost quadratic|n2|quadratically|square|squared !memory -memory -space -matrix -entries -nd -o(n) -store -score',
          '[8] quadratic|n2|quadratically|square time|compute|computation|flops|arithmetic|work|operation -memory -space -matrix -entries -score',
          '[3] time|flops|compute|cost > n2d',
          'any: [3] n2d > time|flops',
          '[10] double|twice length|long|n|text|token > 4|quadruple|fourfold !memory|entries|entry -matrix -memory -score',
        ],
        rejects: [
          '[6] projection > n2d -nd2 -attention -score',
          '[3] attention|self_attention > nd2 !n2d !kernel !kernelised !linear !linearattention',
          '[4] projection > n2 -attention -score -matrix',
        ],
      },
      {
        id: 'memory-n2',
        point: 'The score matrix has n² entries, so plain attention needs memory quadratic in n.',
        accepts: [
          '[12] memory|space|storage|entries|ram|footprint|vram @quad -nw',
          '[10] score|attention|weight|logit|matrix|table|map @quad -time',
          '[6] n2 entries|elements|numbers|scores|entry|cells|bytes',
          '[6] n2 matrix|table ^attention|score|token|softmax|key|store|memory',
          '[12] matrix|score 20_gib|10_billion',
          '[4] m n2',
          '[12] matrix|score 10000000000',
        ],
        rejects: ['[5] flash > make|increase > quadratic|n2 -not', '[4] quadratic > heads|h -n -token -length'],
      },
      {
        id: 'projections-nd2',
        point: 'The projections cost O(n·d²).',
        accepts: [
          'nd2 !linear|kernel|phi|feature|map|elu|performer|linearattention|recurrent|state|kernelised -linearattention',
          '[16] projection|project|linear_layer|linear_map|wq|wk|matrices nd2|d2|quadratic_d|quadratic_dmodel|quadratic_width|square_width|d_squared -score !score',
          '[14] projection|project|linear_layer quadratic|square|squared d|width|dimension|dk|dmodel',
          '[5] nd2 ^projection',
          'any: [6] nd2 > projection',
        ],
        rejects: [
          '[6] projection > n2d -nd2 -attention -score',
          '[3] attention|self_attention > nd2 !n2d !kernel !kernelised !linear !linearattention',
        ],
      },
      {
        id: 'flash-linear-memory',
        point: 'FlashAttention brings the extra memory down to O(n).',
        accepts: [
          '[16] flash|flash_attention|tiling|tiled|io o(n)|linear|linearly|n|seqlen memory|space|footprint|storage|extra|hbm|workspace',
          '[8] flash|flash_attention o(n)|linear_memory !time -time',
          '[24+] flash > o(n)|linear_memory|linear_extra|linear_space|memory_linear -time !time -projection -window -sparse -local -kernel -linearattention',
          '[16] flash memory quadratic|n2 > linear|n|o(n)|seqlen',
          '[24+] flash > memory > linear|o(n) !time',
          '[6] memory|storage|space > o(n) ^flash',
          'any: [14] flash > linear_memory|linear_space',
          'any: [6] flash > need|take|use|require > o(n)|linear > memory|space -time',
        ],
        rejects: [
          '[14] flash > keep|need|make|increase|take|use > quadratic_memory|n2_memory|memory_quadratic|memory_n2 -not -instead',
        ],
      },
      {
        id: 'sparse-nw',
        point: 'Sparse (windowed) attention has only n·w scores, so it takes O(n·w·d) time.',
        accepts: [
          'nw|ndw|nwd',
          '[8] window|sparse|sparsity|local|band|banded|longformer > linear|o(n)|linearly|proportional ^attention|token|sparse|key|neighbour|score|local|flash -linearattention',
          '[5] linear|o(n)|linearly window|sparse|local|banded|w ^attention|token|sparse|key|neighbour|score|local|flash',
        ],
      },
      {
        id: 'kernel-linear-n',
        point: 'Kernelized (linear) attention is linear in n.',
        accepts: [
          '[12] kernel|feature_map|linearattention|phi|performer|random_features|linformer|elu|low_rank linear|linearly|o(n)|nd2|nd|proportional -size !size|convolution',
          '[8] linearattention nd2|nd|o(n)|linear',
          'any: [16] linearattention > still > linear',
        ],
        rejects: ['[5] linear > d|width|dimension > quadratic', '[3] linear > d !n -n -nd2'],
      },
    ],
    followUps: [
      {
        question: 'When do the projections cost more than the attention itself?',
        answer:
          'Until n is 2d: the projections for Q, K, V and the output take 4nd² multiply-adds, the scores and the weighted sum 2n²d. With a feed-forward of 4d it is 6d. If each token attends only to itself and earlier ones and the kernel skips the rest, both lengths double.',
        whenMissing: 'projections-nd2',
        followUps: [
          {
            question: 'So for a model with d of 4,096 and a prompt of 500 tokens, where does the time go?',
            answer:
              'To the projections and the feed-forward layers. Attention is n out of n + 6d: 500 of 25,076, or 2 percent of the multiply-adds.',
          },
        ],
      },
      {
        question: 'Does FlashAttention make attention sub-quadratic in time?',
        answer: 'No. The time stays O(n²·d). It saves memory, and traffic to slow memory.',
        whenMissing: 'flash-linear-memory',
        followUps: [
          {
            question: 'Why is it then faster on a GPU?',
            answer:
              'Because standard attention waits for memory, not for arithmetic; keeping blocks in fast memory removes most of the reads and writes.',
          },
        ],
      },
      {
        question: 'People say that linear attention costs O of n d. Do you agree?',
        answer: 'Not quite. It is O(n·d²) per head of width d, since its state is a d by d matrix.',
        whenMissing: 'kernel-linear-n',
        followUps: [
          {
            question: 'From which length on does it then win?',
            answer: 'Once n is larger than the head width d, if you count multiply-adds: about 2nd² against 2n²d.',
          },
        ],
      },
    ],
    exercise: 'attention-cost',
    anchor: 'why',
    teaches: ['one-product', 'projections-added'],
  },
  {
    id: 'complexity/multiply-adds',
    kind: 'formula',
    question:
      'How many multiply-adds does one head of attention take, for $n$ tokens of width $d$? Where do they come from?',
    modelAnswer:
      '$2 n^2 d$. The scores are $n^2$ dot products of width $d$: $n^2 d$ multiply-adds. The weights times the values are another $n^2 d$. In FLOPs it is twice that, $4 n^2 d$, because a multiply-add is two. Softmax and scale take a few operations per score, against $2d$ multiply-adds.',
    keyPoints: [
      {
        id: 'scores-n2d',
        point: 'The scores take n²·d: n² dot products of width d.',
        accepts: ['n2d', '[12] n2 dot|product|score d|width', '[10] score|qk n2d'],
        rejects: ['[5] score|qk > nd2', '[5] score > linear'],
      },
      {
        id: 'twice',
        point: 'The weighted values take as many again: 2·n²·d in all.',
        accepts: [
          '2n2d|2_n2d|two_n2d|twice_n2d',
          '[12] value|v|average|pv|output same|again|another|too|also|each|n2d|much|many',
          '[6] two|both|2 product|matmul|multiplication',
        ],
        rejects: ['[6] only|just > score|qk', '[6] value|v|average > free|nothing|negligible'],
      },
    ],
    followUps: [
      {
        question: 'How many is that for 1,024 tokens and a head of width 64?',
        answer: '2 times 1,024 squared times 64 is about 134 million multiply-adds, or 268 million FLOPs.',
        whenMissing: 'twice',
        followUps: [
          {
            question: 'And for 2,048 tokens?',
            answer: 'Four times as many: 537 million multiply-adds.',
          },
        ],
      },
    ],
    exercise: 'attention-cost',
    anchor: 'two-products-of-nd',
    teaches: ['no-width'],
  },
  {
    id: 'complexity/score-bytes',
    kind: 'number',
    question:
      'How many scores does one head have at 100,000 tokens, and how many bytes are they in fp16? What changes for a whole model that stores them?',
    modelAnswer:
      'One per query and key: $100{,}000^2 = 10^{10}$ scores. In fp16, at 2 bytes each, that is 20 GB, for one head of one layer. A model that stores all scores for the backward pass multiplies that by the number of heads and of layers.',
    keyPoints: [
      {
        id: 'ten-billion',
        point: 'One head has n² = 10¹⁰ scores.',
        accepts: [
          '10000000000|10_billion|ten_billion|1_e10',
          '[6] 10 > 10 score|entries|square|squared',
          'n2|n_squared',
        ],
        rejects: ['[3] million > score|entries'],
      },
      {
        id: 'twenty-gb',
        point: 'In fp16 they take 20 GB.',
        accepts: ['20_gib|20_gb|20_gigabytes|18.6_gib|twenty_gib'],
        rejects: ['[4] 20_gib > model|whole|all -head -one'],
      },
      {
        id: 'times-heads-and-layers',
        point: 'A model that keeps all of them multiplies that by heads and layers.',
        accepts: ['[14] head layer', '[10] heads|head times|multiply|each|every|per|more'],
        rejects: ['[5] heads|layers > share|same -not', '[10] model > 20_gib > heads|layers -each -per -one -times'],
      },
    ],
    followUps: [
      {
        question: 'Must the scores be stored at all?',
        answer:
          'No. A row is needed only until its output is computed, and FlashAttention doesn’t even keep a whole row. For the backward pass it computes the scores again.',
        whenMissing: 'twenty-gb',
        followUps: [
          {
            question: 'What does it store instead?',
            answer:
              'The output, and one number per query: the logarithm of the softmax’s denominator. The scores are computed again from Q and K.',
          },
        ],
      },
    ],
    exercise: 'score-matrix-bytes',
    anchor: 'n-scores-if-they-are-stored',
    teaches: ['no-heads', 'scores-by-width', 'no-bytes', 'int32-overflow'],
  },
  {
    id: 'complexity/crossover',
    kind: 'number',
    question:
      'From which length on does attention take more multiply-adds than the rest of a layer? Derive it for a feed-forward network of width 4d, without a mask.',
    modelAnswer:
      'The projections take $4 n d^2$ and the feed-forward $8 n d^2$, together $12 n d^2$. Attention takes $2 n^2 d$. They are equal at $n = 6d$, which is 24,576 tokens at a width of 4,096. Against the projections alone it is $2d$. If half of the scores are skipped because of a causal mask, both lengths double.',
    keyPoints: [
      {
        id: 'rest-12nd2',
        point: 'The projections and the feed-forward take 12·n·d² multiply-adds: 4 and 8.',
        accepts: ['12nd2|12_nd2', '[12] 4|four 8|eight nd2|12|d2', '[8] 12 nd2|d2'],
      },
      {
        id: 'six-d',
        point: 'Attention, 2·n²·d, equals that at n = 6·d.',
        accepts: ['6d|6_d|six_d|24576', '[6] six|6 times > d|width|dmodel|model'],
        rejects: ['[4] crossover|overtakes|equal > 2d|12d -projection -causal'],
      },
    ],
    followUps: [
      {
        question: 'What share does attention have at n = d?',
        answer: 'Two of fourteen: a seventh of the layer’s multiply-adds.',
        whenMissing: 'six-d',
        followUps: [
          {
            question: 'Then why was attention a problem even at 512 tokens?',
            answer:
              'Because of memory. A model of 24 layers with 16 heads, such as BERT-large, has 192 MiB of fp16 scores per sequence of 512 tokens, so 6 GiB in a batch of 32, and all of it is written and read.',
          },
        ],
      },
    ],
    exercise: 'attention-cost',
    anchor: 'a-whole-layer-attention-overtakes-at-6d',
  },
  {
    id: 'complexity/flash-trap',
    kind: 'trap',
    question: '“FlashAttention makes attention linear.” What is right about that, and what is wrong?',
    modelAnswer:
      'The extra memory is linear: no n × n matrix is stored. The time is not: every score is still computed, so it stays $O(n^2 d)$. Nor is it an approximation: the result equals that of plain attention up to rounding. It is faster because fewer bytes move between slow and fast memory.',
    keyPoints: [
      {
        id: 'memory-linear',
        point: 'Right: its extra memory is O(n), as no n × n matrix is stored.',
        accepts: [
          '[10] memory|space|storage linear|o(n)',
          'not: [10] store|keep|materialise|materialize|write matrix|score|n2',
        ],
        rejects: ['[5] memory > quadratic|n2 -not -no -instead -go -drop -fall -down -reduce'],
      },
      {
        id: 'time-quadratic',
        point: 'Wrong: the time stays O(n²·d); every score is computed.',
        accepts: [
          '[10] time|compute|flops|arithmetic|work|computation quadratic|n2d|n2|same|unchanged',
          '[10] every|all score > compute|calculate',
          'n2d',
          'any: [6] time|compute|flops|arithmetic|work > stay|remain|still > quadratic|n2',
        ],
        rejects: ['[5] time|flops > linear|o(n) -not', '[4] fewer|less > flops|multiply|arithmetic -not'],
      },
    ],
    followUps: [
      {
        question: 'Which methods are linear in time?',
        answer:
          'Sparse attention with a fixed window, $O(n w d)$, and linear attention, $O(n d^2)$. Both compute something else.',
        whenMissing: 'time-quadratic',
        followUps: [
          {
            question: 'What do they give up?',
            answer:
              'A window can’t see distant tokens directly. A fixed state can’t hold all keys and values exactly, so recall is weaker.',
          },
        ],
      },
    ],
    anchor: 'three-ways-to-pay-less',
  },
  {
    id: 'complexity/why-quadratic',
    kind: 'why',
    question: 'Why is attention quadratic in the number of tokens, while the rest of a layer is linear?',
    modelAnswer:
      'In attention every query meets every key: $n$ times $n$ pairs. Projections, norms and the feed-forward work on each token alone, so twice the tokens take twice the work. Attention is the only part in which tokens exchange information.',
    keyPoints: [
      {
        id: 'all-pairs',
        point: 'Every query meets every key: n² pairs.',
        accepts: [
          '[12] every|each|all query|token key|token|other|pair',
          '[8] pair|pairs|pairwise n2|all|every|square|token',
          '[8] n > n > score|pair|key',
        ],
        rejects: ['[5] query > one|single > key -not', '[4] projection > compare|meet > all|pair|key'],
      },
      {
        id: 'rest-per-token',
        point: 'The projections and the feed-forward work on each token alone, so they are linear.',
        accepts: [
          '[14] projection|ffn|feedforward|feed_forward|mlp|rest|norm|other|linear_layer each|every|per|single|alone|separately|independently|individually|linear token|n|position|linear',
          '[8] everything|everything_else|rest > per|each|every > token|position',
        ],
        rejects: ['[5] projection|ffn|mlp > quadratic -d -width -not'],
      },
    ],
    followUps: [
      {
        question:
          'If the keys and values of earlier tokens are stored, generating one token is linear in n. Where did the square go?',
        answer: 'Into the number of steps: n steps with 1 to n keys are n(n + 1)/2 pairs, still of the order of n².',
        whenMissing: 'all-pairs',
      },
    ],
    exercise: 'attention-cost',
    anchor: 'two-products-of-nd',
    teaches: ['halved-for-causality'],
  },
])
