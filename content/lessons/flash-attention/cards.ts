import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'flash-attention/interview',
    kind: 'interview',
    question: 'How does FlashAttention need only O(n) memory, why is it faster, and what stays the same?',
    modelAnswer:
      'FlashAttention gives exactly the same result as standard attention. It reads the keys and values in blocks and never stores the n by n score matrix. For each query it keeps a running maximum and a running normalizer, the online softmax, and an output that is not divided yet. When a new block raises the maximum, the old sum and output are multiplied by e to the old maximum minus the new one. The time stays O of n squared d, while the extra memory is O of n. It is faster on GPUs because it reads and writes slow memory far less often.',
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
        question: 'What must happen when a later block holds a larger score than all blocks before it?',
        answer:
          'The maximum changes, so both the running sum and the undivided output are multiplied by e to the old maximum minus the new one before the block is added.',
        whenMissing: 'rescale',
        followUps: [
          {
            question: 'What would you see if only the sum were rescaled?',
            answer:
              'The earlier blocks would count too much in the output, because the weights would sum to more than one. The error shows only when a later block raises the maximum.',
          },
        ],
      },
      {
        question: 'If the arithmetic is the same, where does the speed come from?',
        answer: 'From memory traffic: the score matrix is never written to the GPU’s slow memory or read back from it.',
        whenMissing: 'fewer-slow-reads',
        followUps: [
          {
            question: 'How many numbers are read and written, in terms of the size of the fast memory?',
            answer: 'On the order of n squared d squared over M, where M is how many numbers the fast memory holds.',
          },
        ],
      },
      {
        question: 'How does the backward pass get the weights, if they were never stored?',
        answer: 'It recomputes them block by block from Q, K and the saved log-sum-exp of each row.',
        whenMissing: 'blocks-no-matrix',
        followUps: [
          {
            question: 'Isn’t that slower?',
            answer: 'It adds arithmetic, but it saves so much memory traffic that it is faster overall.',
          },
        ],
      },
    ],
    exercise: 'flash-attention',
    anchor: 'why',
  },
  {
    id: 'flash-attention/update-formula',
    kind: 'formula',
    question:
      'A query has m, l and o from the blocks so far. Write the update for one more block, and the output after the last.',
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
        answer: 'It is e to the power of minus infinity, which is 0: nothing was there, and nothing is kept.',
        whenMissing: 'same-factor',
        followUps: [
          {
            question: 'And if that whole first block is masked?',
            answer:
              'Then the new maximum is minus infinity too, and minus infinity minus itself is NaN. A kernel with masks must guard that case or skip the block.',
          },
        ],
      },
    ],
    exercise: 'flash-attention',
    anchor: 'one-pass-is-enough',
    teaches: ['correct-after', 'no-max'],
  },
  {
    id: 'flash-attention/why-rescale',
    kind: 'why',
    question:
      'Why can a softmax be computed in one pass, though it needs the maximum of all scores? What follows for partial results?',
    modelAnswer:
      'Because changing the maximum multiplies every earlier exponential by the same factor: exp(s − m_new) = exp(s − m_old) · exp(m_old − m_new). So one multiplication corrects the sum so far, without seeing the scores again. For the same reason, partial results can be merged in any order.',
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
        question: 'Where is it useful that the order of merging doesn’t matter?',
        answer:
          'When one query attends over a very long cache: the cache is split among many workers, each returns m, l and o of its part, and the parts are merged.',
        whenMissing: 'any-order',
        followUps: [
          {
            question: 'What does a worker without keys return?',
            answer: 'A part that changes nothing: a maximum of minus infinity, a sum of 0 and an output of zeros.',
          },
        ],
      },
    ],
    exercise: 'merge-partial',
    anchor: 'one-pass-is-enough',
    teaches: ['no-rescale', 'acc-reset'],
  },
  {
    id: 'flash-attention/score-matrix-number',
    kind: 'number',
    question: 'How large is the score matrix of one head at 100,000 tokens in fp16, and what is kept instead?',
    modelAnswer:
      'It has 10¹⁰ entries, which is 20 GB in fp16, for one head of one layer. Besides the output, FlashAttention keeps two numbers per query, the maximum and the sum (or only their log-sum-exp): 200,000 numbers, 0.8 MB in single precision.',
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
              'Larger blocks mean fewer passes over the keys. But a block’s queries, keys, values, output and tile must fit into fast memory together.',
          },
        ],
      },
    ],
    exercise: 'flash-attention',
    anchor: 'memory-and-traffic',
  },
  {
    id: 'flash-attention/approximation-trap',
    kind: 'trap',
    question:
      'Someone says: “FlashAttention is an approximation that does fewer FLOPs and shrinks the KV cache.” What is wrong?',
    modelAnswer:
      'All three. The result is exact up to rounding. The arithmetic is the same, and the backward pass even does more of it, since it recomputes the scores. And the KV cache is as large as before: what is gone is the n × n matrix of scores in training and prefill. In decoding, one query has only n scores anyway.',
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
        answer:
          'Fewer KV heads (GQA, MQA), a latent vector instead of keys and values (MLA), fewer bits (int8), and windows. Paging wastes less of what is reserved.',
        whenMissing: 'cache-unchanged',
        followUps: [
          {
            question: 'Then is FlashAttention useful in decoding?',
            answer:
              'Its online softmax is: the cache is split among the GPU’s multiprocessors, and the partial results are merged. It saves little memory there.',
          },
        ],
      },
    ],
    exercise: 'flash-attention',
    anchor: 'common-mistakes-when-you-say-it',
    teaches: ['block-diagonal'],
  },
  {
    id: 'flash-attention/io-complexity',
    kind: 'definition',
    question: 'What does it mean that FlashAttention is “IO-aware”, and how much less does it read and write?',
    modelAnswer:
      'It is designed around how often slow memory is read and written, not around how much is computed. Standard attention moves on the order of nd + n² numbers, FlashAttention n²d²/M, where M is how many numbers the fast memory holds. That is less as long as d² is well below M: at d = 128, d² is 16,384, and one multiprocessor of an A100 holds nearly 100,000 numbers in fp16.',
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
        question: 'What limits standard attention: arithmetic or memory?',
        answer: 'Memory: in fp16 it does at most d/2 FLOPs per byte that it moves, while an A100 can do 156.',
        whenMissing: 'traffic-counts',
        followUps: [
          {
            question: 'Was O(n) memory new with FlashAttention?',
            answer:
              'No. Rabe and Staats showed in 2021 that attention doesn’t need n² memory. What was new was a kernel that gains speed from it.',
          },
        ],
      },
    ],
    exercise: 'flash-attention',
    anchor: 'memory-and-traffic',
  },
  {
    id: 'flash-attention/arithmetic-intensity',
    kind: 'number',
    question: 'What is arithmetic intensity, and why is standard attention memory-bound on an A100?',
    modelAnswer:
      'Arithmetic intensity is the number of FLOPs per byte moved. An A100 does 312 TFLOP/s in half precision and moves up to 2 TB/s, so it can do 156 FLOPs in the time of one byte. Standard attention in fp16 does at most d/2 FLOPs per byte, 64 at a width of 128. That is below 156, so the arithmetic waits for memory.',
    keyPoints: [
      {
        id: 'flops-per-byte',
        point: 'Arithmetic intensity is FLOPs per byte moved.',
        accepts: [
          '[8] flops|flop|operations|arithmetic|computation per|over|divided|ratio|for byte|bytes|traffic',
          '[8] ratio|divide > flops|operations|arithmetic|work byte|bytes|traffic|memory',
          '[10] flops|flop|operation > every|each|per|single > byte',
        ],
        rejects: ['[5] byte|bytes > per > flop|flops|operation'],
      },
      {
        id: 'ridge-156',
        point: 'An A100 can do about 156 FLOPs in the time in which it moves one byte.',
        accepts: ['156|150|155|160', '[12] 312 2|1.5|1.6'],
      },
      {
        id: 'half-the-width',
        point: 'Standard attention does at most d/2 FLOPs per byte, 64 at a width of 128, so it is below that.',
        accepts: [
          '[10] d half|2 flops|flop|byte|bytes|most|intensity',
          '62|64 -128_64',
          '[8] half width|d|dimension',
          '[4] d > over > 2',
          'd/2',
        ],
        rejects: ['[8] attention > compute_bound -flash -tile -not'],
      },
    ],
    followUps: [
      {
        question: 'And in tiles?',
        answer:
          'Each number of K or V that is read serves a whole block of queries, so in 16 bits the intensity is about the number of queries in a block. With more than 156 of them, attention is compute-bound on an A100.',
        whenMissing: 'half-the-width',
        followUps: [
          {
            question: 'What is the roofline model?',
            answer:
              'A plot of the reachable speed against the intensity. It rises while memory is the limit, and is flat at the peak of the arithmetic.',
          },
        ],
      },
    ],
    exercise: 'flash-attention',
    anchor: 'attention-waits-for-memory',
  },
  {
    id: 'flash-attention/recompute-backward',
    kind: 'why',
    question: 'What does FlashAttention store for the backward pass, and why does it compute the scores again?',
    modelAnswer:
      'It stores the output and one number per row, the log-sum-exp, instead of the n × n weights. From Q, K and that number, the backward pass recomputes the weights tile by tile. That is more arithmetic: five matrix products against two in the forward pass, one of them for the scores. But it is faster, because writing and reading n² weights would take longer.',
    keyPoints: [
      {
        id: 'stores-lse',
        point: 'It stores the output and one log-sum-exp per row, not the weights.',
        accepts: [
          '[16] log_sum_exp|logsumexp|lse|normalizer|normaliser|statistic store|keep|save|row|query|per|one|single|just|only',
          '[12] maximum|max sum|normalizer store|keep|save|row|query|per',
        ],
        rejects: ['[6] store|keep|save > all|full|whole > weight|score|matrix -not -never -without -instead'],
      },
      {
        id: 'recompute-tiles',
        point: 'The weights are recomputed tile by tile from Q, K and the log-sum-exp.',
        accepts: [
          '[14] recompute|recomputed|recomputation|again|rebuild|reconstruct weight|score|p|s|tile|block|q|matrix',
          '[10] compute > again',
        ],
      },
      {
        id: 'faster-despite-flops',
        point: 'That is more arithmetic but less memory traffic, so it is faster.',
        accepts: [
          '[20] more|extra|additional flops|arithmetic|work|compute|computation fast|faster|traffic|read|memory|hbm|io|bandwidth|cheap',
          '[14] fast|faster|cheap|cheaper read|write|load|traffic|hbm|memory|io|bandwidth',
        ],
        rejects: ['[5] fewer|less > flops|arithmetic -not -no -read -write -memory'],
      },
    ],
    followUps: [
      {
        question: 'How much more arithmetic is the backward pass than the forward pass?',
        answer:
          'Five matrix products against two, 2.5 times the FLOPs. Four are for the gradients, one is for the scores.',
        whenMissing: 'faster-despite-flops',
        followUps: [
          {
            question: 'How do you get a weight from the log-sum-exp?',
            answer:
              'As e to the score minus the log-sum-exp of its row. No second maximum and no second sum are needed.',
          },
        ],
      },
    ],
    exercise: 'flash-attention',
    anchor: 'the-backward-pass-computes-the-scores-again',
  },
  {
    id: 'flash-attention/split-kv',
    kind: 'why',
    question: 'Why does decoding with a long cache need split-KV (Flash-Decoding), and how are the parts merged?',
    modelAnswer:
      'In decoding there is one query per head, so blocks of queries give too few independent jobs, and most of the GPU’s multiprocessors stay idle. Split-KV cuts the keys into parts instead. Each worker returns the maximum, the sum and the output of its part. To merge them, rescale the sums to the common maximum; they are the weights of the outputs.',
    keyPoints: [
      {
        id: 'too-few-jobs',
        point: 'One query per head gives too few jobs, so most multiprocessors would be idle.',
        accepts: [
          '[20] one|single|1 query|token|row idle|parallel|parallelism|utilization|utilisation|occupancy|job|jobs|few|underused|busy|unused|fill|sm|sms|multiprocessor|core',
          '[12] idle|underused|unused|starve|empty|underutilized|underutilised gpu|multiprocessor|core|sm|sms|most|worker',
          '[10] few|little|enough job|jobs|parallelism|work|block',
        ],
      },
      {
        id: 'keys-split',
        point: 'The keys are split into parts, and each worker attends over its own part.',
        accepts: [
          '[12] split|divide|cut|partition|chunk|shard|distribute key|keys|cache|kv|kvcache|sequence|context part|worker|chunk|among|across|over|block|piece|into|parallel',
          '[8] split|partition|divide|cut key|cache|kv|kvcache|sequence',
        ],
      },
      {
        id: 'weighted-merge',
        point: 'The outputs are merged, weighted by their sums after rescaling to the common maximum.',
        accepts: [
          '[16] merge|combine|reduce|reduction|join|average|weight sum|normalizer|normaliser|l|lse|log_sum_exp|logsumexp|maximum|max|rescale',
          '[16] rescale|weight sum|output common|largest|shared|global|same|larger maximum|max',
        ],
        rejects: ['[6] plain|simple|unweighted > mean|average -not', '[5] average > equal|equally -not'],
      },
    ],
    followUps: [
      {
        question: 'Is decoding compute-bound then?',
        answer:
          'No, it stays memory-bound: the whole cache is read for every token. But all multiprocessors read at the same time, so the bandwidth is used.',
        whenMissing: 'too-few-jobs',
        followUps: [
          {
            question: 'Why isn’t the plain mean of the outputs right?',
            answer:
              'A part with high scores must count for more. Its weight is its sum of exponentials, measured from the same maximum as the others.',
          },
        ],
      },
    ],
    exercise: 'merge-partial',
    anchor: 'decoding-split-the-keys',
    teaches: ['plain-mean', 'empty-nan'],
  },
  {
    id: 'flash-attention/generations',
    kind: 'definition',
    question: 'What did each version of FlashAttention change, from 1 to 4?',
    modelAnswer:
      'Version 1 brought tiles, the online softmax and recomputation in the backward pass. Version 2 divides once at the end and runs blocks of queries in parallel. Version 3, for Hopper, overlaps copies and matrix products with the softmax, and adds fp8. Version 4, for Blackwell, computes some exponentials as polynomials and rescales only when needed, because exponentials have become the bottleneck.',
    keyPoints: [
      {
        id: 'first-tiles',
        point: 'Version 1: tiles, online softmax, recomputation in the backward pass.',
        accepts: [
          '[16] 1|first|original tile|tiling|block|online_softmax|recompute|recomputation',
          '[12] tile|tiling online_softmax|recompute|recomputation',
        ],
      },
      {
        id: 'second-parallel',
        point: 'Version 2: one division at the end, and parallel over blocks of queries.',
        accepts: [
          '[20] 2|second parallel|parallelize|parallelise|parallelism|outer|divide|division|sequence',
          '[14] parallel|parallelism|parallelize|parallelise|outer|outside query|queries|sequence|length|sequence_length',
        ],
      },
      {
        id: 'third-overlap',
        point: 'Version 3, for Hopper: copies and products overlap with the softmax, and fp8.',
        accepts: [
          '[20] 3|third|hopper|h100 asynchronous|async|overlap|asynchrony|fp8|asynchronously',
          '[10] overlap|asynchronous|async softmax|copy|product|matmul',
        ],
      },
      {
        id: 'fourth-exponentials',
        point: 'Version 4, for Blackwell: polynomial exponentials, and rescaling only when needed.',
        accepts: [
          '[24] 4|fourth|blackwell|b200 exponential|exp|polynomial|rescale|rescaling',
          '[10] exponential|exp polynomial|software|emulate',
        ],
      },
    ],
    followUps: [
      {
        question: 'Why do exponentials become the bottleneck?',
        answer:
          'Matrix units get much faster with each generation, exponential units hardly do. An H100 does about 250 FLOPs in the time of one exponential, and a score of width 128 needs 512 FLOPs and one exponential.',
        whenMissing: 'fourth-exponentials',
        followUps: [
          {
            question: 'Is it still exact when it doesn’t always rescale?',
            answer:
              'Yes. Any common reference gives the same softmax while nothing overflows, because the division at the end cancels it.',
          },
        ],
      },
    ],
    anchor: 'four-generations',
  },
])
