import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'flash-attention/interview',
    kind: 'interview',
    question: 'How does FlashAttention get away with only O(n) memory?',
    modelAnswer:
      'FlashAttention gives exactly the same result as standard attention. It walks over the keys and values in blocks and never stores the n by n score matrix. For each query it keeps a running maximum and a running normalizer, the online softmax, plus an unnormalized output. When a new block raises the maximum, the old sum and output are rescaled by e to the old maximum minus the new one. The time stays O of n squared d, while the extra memory is O of n. It is faster on GPUs because it reads and writes slow memory far less often.',
    keyPoints: [
      {
        id: 'exact',
        point: 'The result is exact: the same as standard attention, no approximation.',
        accepts: [
          'exact -change !change|cipher|exact_maximum|exact_max',
          '[6] exactly same|equal|standard|result|softmax|compute|attention',
          '[6] same|identical|equal|equivalent|bitwise|bit_identical result|output|answer|number|value|standard|outcome|math|softmax',
          'not: approximate|approximation|approximates|approximating|approximative',
          '[5] identical|same|equal > normal|standard|ordinary|usual|plain|vanilla|naive',
        ],
      },
      {
        id: 'blocks-no-matrix',
        point: 'K and V are visited block by block, so the n×n matrix is never stored.',
        accepts: [
          '[10] @block @pair|over|through|visit|load|process|walk|loop|stream|sram|iterate|go|read',
          '[6] block|tile|chunk > block|tile|chunk|time|1',
          '[6] work|compute|process|calculate @block',
          'not: [10] store|materialise|materialize|write|form|build|keep|hold|save|create|instantiate|exist|memory|have|need|whole|full|allocate|see n2|matrix|score|scores -because -since',
          'block_block|tile_tile|blockwise|tilewise|chunk_chunk|piece_piece',
          'not: [3] n2 !time|cost|memory',
          'not: [8] go|leave|touch|reach matrix|score|scores|n2',
          'any: [5] n2|matrix > matrix|table > never',
        ],
      },
      {
        id: 'running-max-and-sum',
        point: 'A running maximum and a running normalizer (sum) are kept: the online softmax.',
        accepts: [
          'online_softmax|streaming_softmax|running_softmax|incremental_softmax',
          '[12] running|keep|track|maintain|carry|update|remember|so_far|store|current|hold|per|with maximum|max|m|biggest|largest sum|normaliser|l|total|exponential|denominator',
          '[10] running|online max|maximum normaliser|sum|denominator|l',
          '[26+] m > max > m > l',
        ],
        rejects: ['[5] online_softmax > approximation|approximate -not -no'],
      },
      {
        id: 'rescale',
        point: 'When the maximum grows, the earlier output and sum are rescaled by exp(m_old − m_new).',
        accepts: [
          '[12] rescale|correct|adjust|multiply|scale|shrink|fix|discount|renormalise|update|compensate|times|factor old|previous|earlier|so_far|accumulated|sum|output|accumulator|before|partial|past|everything|already|l|running max|maximum|larger|exp|bigger|higher|m_old|e|new',
          'rescale @later|old|previous|sum|output|partial|accumulator|earlier|so_far|max|maximum|exp',
          'exp m_old m_new',
          '[14] exp|e old > minus > new max|maximum|m',
          '[8] e|exp > m|m_old|max > minus > m|m_new|max',
          '[8] e|exp > m_old > m_new',
        ],
      },
      {
        id: 'time-still-quadratic',
        point: 'The time stays O(n²·d).',
        accepts: [
          'n2d !memory',
          '[10] quadratic|n2|quadratically time|compute|flops|arithmetic|work|operation|computation|cost !memory|matrix -memory',
          '[8] still|stay|remain quadratic|n2|quadratically !memory|matrix -memory',
          'not: [9] reduce|save|less|fewer|lower|cut|faster|change|shrink|subquadratic|linear time|flops|arithmetic|compute|operation|work|computation|multiply|calculation',
          '[7] time|flops|compute|arithmetic|computation|operation|work same|unchanged|as_many|as_much !memory',
        ],
        rejects: [
          '[6] reduce|lower|cut|save > time|arithmetic|flops|operation|computation > n2|n|linear|o(n) -memory',
          'linear_time',
          '[3] time|flops > linear|o(n) -not -memory -quadratic -n2d',
        ],
      },
      {
        id: 'fewer-slow-reads',
        point: 'The speed-up comes from fewer reads and writes of slow GPU memory.',
        accepts: [
          '[12] @few|less|bottleneck|limit|bound|io|cheap|rare|once|reduction @slow|read|access|traffic|transfer|trip|reads|writes',
          '[12] fast|quick|speed|speedup|win|gain|accelerate @slow|@fast|traffic|access|io|movement|bandwidth',
          'io_aware|io_awareness|memory_bound|bandwidth_bound|io_bound',
          'not: [10] read|write|go|travel|touch|trip|move|transfer @slow|back_forth',
        ],
        rejects: [
          '[6] traffic|read|access > same|unchanged|stay -not -fewer',
          '[8] fast|speed|quick > fewer|less|small|skip > flops|multiply|multiplication|operation|arithmetic|calculation -not -no -read -write -hbm -memory',
          '[4] hbm|read > more > often -not -no',
        ],
      },
    ],
    followUps: [
      {
        question: 'What must happen when a later block holds a larger score than all before?',
        answer:
          'The maximum changes, so both the running sum and the unnormalized output are multiplied by exp of old minus new maximum before the new block is added.',
        whenMissing: 'rescale',
        followUps: [
          {
            question: 'What would you see if only the sum were rescaled?',
            answer:
              'The earlier blocks would count too much in the output: weights that no longer sum to one, and the error only shows when a late score is large.',
          },
        ],
      },
      {
        question: 'If the arithmetic is the same, where does the speed come from?',
        answer: 'From memory traffic: the score matrix is never written to or read from the GPU’s slow memory.',
        whenMissing: 'fewer-slow-reads',
        followUps: [
          {
            question: 'How many accesses are there, in terms of the size of fast memory?',
            answer: 'On the order of n squared d squared over M, with M the size of the fast memory.',
          },
        ],
      },
      {
        question: 'How does the backward pass manage without the stored weights?',
        answer: 'It recomputes them block by block from Q, K and the saved normalizer of each row.',
        whenMissing: 'blocks-no-matrix',
        followUps: [
          {
            question: 'Is that recomputation not slower?',
            answer: 'It adds arithmetic, but saves so much memory traffic that it is faster overall.',
          },
        ],
      },
    ],
    exercise: 'flash-attention',
  },
  {
    id: 'flash-attention/update-formula',
    kind: 'formula',
    question: 'A query has m, l and o from the blocks so far. Write the update for one more block.',
    modelAnswer:
      '$m^{\\prime} = \\max(m, \\max_j s_j)$, $l^{\\prime} = e^{m - m^{\\prime}}\\, l + \\sum_j e^{s_j - m^{\\prime}}$ and $o^{\\prime} = e^{m - m^{\\prime}}\\, o + \\sum_j e^{s_j - m^{\\prime}} v_j$. After the last block the output is $o / l$. Before the first, $m = -\\infty$, $l = 0$ and $o = 0$.',
    keyPoints: [
      {
        id: 'new-maximum',
        point: 'The new maximum is the larger of the old one and the block’s largest score.',
        accepts: ['m max', '[10] maximum|max old|larger|new block|largest|old'],
      },
      {
        id: 'same-factor',
        point: 'Sum and output are both multiplied by exp(m_old − m_new).',
        accepts: [
          '[20] sum|l|output|o|both|old exp|e|factor m|old|max minus|new|factor',
          '[12] both|sum|l|output|o multiply|multiplied|scale|times|rescale factor|exp|e',
          '[30] l equal e m minus m l plus o equal e',
          '[10] e m minus m',
          '[12] e m minus m > e m minus m',
          '[8] l equal e m',
        ],
        rejects: ['[8] exp > new > minus > old|m', '[8] exp > m_new > minus'],
      },
      {
        id: 'add-block',
        point: 'The block’s exponentials, measured from the new maximum, are added.',
        accepts: [
          '[20] plus|add sum|exp|exponential|block',
          '[12] plus sum e|exp',
          '[8] plus sum e',
          '[10] plus sum|sum_j e',
          '[8] plus sum|sum_j e',
        ],
      },
      {
        id: 'divide-once',
        point: 'The output is divided by the sum once, at the end.',
        accepts: ['[14] divide|over|division|normalise end|once|last|final|finally|l|sum'],
        rejects: ['[8] divide > every|each|per > block -not'],
      },
    ],
    followUps: [
      {
        question: 'What does the factor do in the very first block?',
        answer:
          'It is exp of minus infinity minus a finite number, which is 0: nothing was there, and nothing is kept.',
        whenMissing: 'same-factor',
        followUps: [
          {
            question: 'And if that whole first block is masked?',
            answer:
              'Then the new maximum is minus infinity too, and minus infinity minus itself is NaN. A kernel with masks has to guard that case, or skip the block.',
          },
        ],
      },
    ],
    exercise: 'flash-attention',
  },
  {
    id: 'flash-attention/why-rescale',
    kind: 'why',
    question: 'Why may a softmax be computed in one pass, though it needs the maximum of all scores?',
    modelAnswer:
      'Because changing the maximum multiplies every earlier exponential by the same factor: exp(s − m_new) = exp(s − m_old) · exp(m_old − m_new). So one multiplication corrects the sum so far, without seeing the scores again. It also means that partial results may be merged in any order.',
    keyPoints: [
      {
        id: 'common-factor',
        point: 'A new maximum multiplies all earlier exponentials by the same factor.',
        accepts: ['[14] factor|multiply|change same|common|all|every|earlier maximum|max|exponential'],
      },
      {
        id: 'no-second-look',
        point: 'So sums and outputs are corrected without reading the earlier scores again.',
        accepts: [
          'not: [16] go|read|revisit|look|need score|scores|again|earlier',
          '[14] sum|output|result correct|correction|fix|rescale|multiply|repair without|not|again|once|one',
          '[10] without see|read|look|go score|again|earlier',
          'any: [8] without > see|read|look|go score|again|earlier',
          '[10] put_right|corrected|correct one multiplication|factor|1',
        ],
      },
      {
        id: 'any-order',
        point: 'Partial results can be merged in any order: the operation is associative.',
        accepts: ['associative|associativity', '[10] merge|combine|partial order|any|associative'],
      },
    ],
    followUps: [
      {
        question: 'Where is the merging in any order used?',
        answer:
          'When one query attends over a very long cache: the cache is split over many cores or machines, each gives m, l and o of its part, and the parts are merged.',
        whenMissing: 'any-order',
        followUps: [
          {
            question: 'What does a worker return that got no keys?',
            answer: 'The neutral part: m of minus infinity, l of 0 and an output of zeros.',
          },
        ],
      },
    ],
    exercise: 'merge-partial',
  },
  {
    id: 'flash-attention/score-matrix-number',
    kind: 'number',
    question: 'How large is the score matrix of one head at 100,000 tokens in fp16, and what is kept instead?',
    modelAnswer:
      'It has 10¹⁰ entries, which is 20 GB in fp16, for one head of one layer. Besides the output, FlashAttention keeps two numbers per query, the maximum and the sum (or their log-sum-exp alone): 200,000 numbers, less than a megabyte in single precision.',
    keyPoints: [
      {
        id: 'twenty-gb',
        point: '10¹⁰ entries, 20 GB in fp16, for one head of one layer.',
        accepts: ['10_billion|20_gib', '10 10 entries'],
      },
      {
        id: 'two-per-query',
        point: 'Instead: one maximum and one sum (or one log-sum-exp) for each query.',
        accepts: ['[16] maximum|max|lse|log sum|exp|query|row'],
      },
    ],
    followUps: [
      {
        question: 'Does the block size change that?',
        answer: 'Only the tile in fast memory: block size times block size scores at a time, whatever n is.',
        whenMissing: 'two-per-query',
        followUps: [
          {
            question: 'So why not make the blocks as large as possible?',
            answer:
              'Larger blocks mean fewer passes over the keys, but tile, Q, K, V and output of a block must fit into fast memory together.',
          },
        ],
      },
    ],
    exercise: 'flash-attention',
  },
  {
    id: 'flash-attention/approximation-trap',
    kind: 'trap',
    question:
      'Someone says: “FlashAttention is an approximation that does fewer FLOPs and shrinks the KV cache.” What is wrong?',
    modelAnswer:
      'All three. The result is exact up to rounding. The arithmetic is the same, and the backward pass even does more of it, since it recomputes the scores. And the KV cache is as large as before: what is gone are the n×n scores of training and prefill. In decoding one query has only n scores anyway.',
    keyPoints: [
      {
        id: 'is-exact',
        point: 'It is exact up to rounding.',
        accepts: ['exact', 'not: approximate|approximation', '[6] same|identical result|output|numbers'],
      },
      {
        id: 'same-flops',
        point: 'It does not save arithmetic; the backward pass does more.',
        accepts: [
          'not: [8] save|fewer|less|reduce|lower flops|arithmetic|compute|operation|multiply',
          '[10] same|more|as_many|recompute flops|arithmetic|compute|operation|work|backward',
        ],
      },
      {
        id: 'cache-unchanged',
        point: 'The KV cache is as large as before.',
        accepts: [
          'not: [8] touch|shrink|change|smaller|reduce|affect cache|kvcache',
          '[8] cache|kvcache same|large|unchanged|before|untouched',
        ],
      },
    ],
    followUps: [
      {
        question: 'What does shrink the KV cache?',
        answer: 'Fewer KV heads (GQA, MQA), a latent (MLA), fewer bits (int8), pages that waste less, and windows.',
        whenMissing: 'cache-unchanged',
        followUps: [
          {
            question: 'Then is FlashAttention of use in decoding?',
            answer:
              'Its online softmax is: the cache is split over the cores of the GPU, and the partial results are merged. The memory that it saves there is small.',
          },
        ],
      },
    ],
    exercise: 'flash-attention',
  },
  {
    id: 'flash-attention/io-complexity',
    kind: 'definition',
    question: 'What does it mean that FlashAttention is “IO-aware”?',
    modelAnswer:
      'It is built around how often slow memory is read and written, not around how much is computed. Standard attention moves on the order of nd + n² numbers, FlashAttention n²d²/M, where M is the size of fast memory. As d² is much smaller than M on real GPUs, that is far less.',
    keyPoints: [
      {
        id: 'traffic-counts',
        point: 'It reduces traffic between slow and fast memory, which is what limits attention.',
        accepts: ['[12] traffic|access|read|write|transfer|movement|io slow|fast|memory|hbm|sram'],
        rejects: ['[4] increase|more|raise > traffic|access'],
      },
      {
        id: 'n2d2-over-m',
        point: 'About n²d²/M accesses instead of nd + n².',
        accepts: ['[12] n2d2|n2 d2 m', '[14] access|n2d over m', 'n2d2'],
      },
    ],
    followUps: [
      {
        question: 'What limits attention without it: arithmetic or memory?',
        answer: 'Memory: the softmax does little arithmetic for each score that it reads and writes.',
        whenMissing: 'traffic-counts',
        followUps: [
          {
            question: 'Was O(n) memory new with FlashAttention?',
            answer:
              'No. Rabe and Staats had shown in 2021 that attention needs no n² memory. New was the kernel that gains speed from it.',
          },
        ],
      },
    ],
    exercise: 'flash-attention',
  },
])
