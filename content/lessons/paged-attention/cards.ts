import { defineCards } from '#lib/course/card.ts'

export default defineCards([
  {
    id: 'paged-attention/interview',
    kind: 'interview',
    question: 'How does vLLM manage to serve so many requests at once?',
    modelAnswer:
      'vLLM keeps the KV cache in fixed-size blocks, like the pages of virtual memory. A block table for each sequence maps its logical blocks to physical ones, which may be anywhere. Blocks are handed out as the text grows, so the waste is at most one block per sequence, where earlier systems wasted 60 to 80 percent of the KV memory. Sequences with a common prefix share its blocks, with reference counts. And when one of them writes into a shared block, that block is copied first: copy on write.',
    keyPoints: [
      {
        id: 'fixed-size-blocks',
        point: 'The KV cache is kept in fixed-size blocks (pages).',
        accepts: [
          '[8] block|page|chunk|piece fix|fixed|uniform|constant|equal|equally|standard|fixed_size|same_size|same_length|equal_size|16|size_same !different|variable|varying|grow',
          '[12] page|paging|block virtualmemory|os|operating_system',
          '[9] split|divide|cut|chop|organise|partition|break|slice cache|kvcache|memory|kv block|page|chunk',
          'paged_cache|paged_kvcache|demand_paging|fixed_block|fixed_size_block',
        ],
        rejects: ['[6] block|page different|variable|varying|unequal size|length|seqlen'],
      },
      {
        id: 'block-table',
        point: 'A block table maps each sequence’s logical blocks to physical ones.',
        accepts: [
          'blocktable',
          '[12] table|map|mapping|lookup|indirection|pointer|translate|index|list logical|physical|block|address|sequence|where',
          '[8] logical physical',
          '[10] table|map|list|index block|page where|which',
        ],
        rejects: ['[8] 1|single|one > blocktable > all|every'],
      },
      {
        id: 'waste-at-most-one-block',
        point: 'The waste is at most one (the last, part-filled) block per sequence.',
        accepts: [
          '[14] waste|lost|unused|empty|fragmentation|idle|leftover|wasted|lose|free|overhead atmost|last|one|1|only|single|less|partial|final|tail|remaining|smaller|unfilled block|page|slots|piece -percent',
          'any: [8] last|final block|page waste|partial|empty|unused|full|fill|filled',
          'not: [8] lose|waste|cost more > than > block|page|last',
          '[7] waste less than b',
          '[6] atmost|only|just > last|final > partial|partly|empty|half|unused',
        ],
      },
      {
        id: 'earlier-waste',
        point: 'Earlier systems wasted 60–80 % of the KV memory.',
        accepts: [
          '[12] 60|80 contiguous|preallocation|prealloc|waste|wasted|lost|unused|used|reserve|fragment|fragmentation|empty|idle|before|earlier|prior|previous|old',
          '20.4|38.2',
          '[14] waste|wasted|unused|reserve|empty|fragmentation most|majority|two_thirds|three_quarters|large_part|lot|half|much earlier|before|old|previous|contiguous|system|prior|naive|traditional',
          '[6] 20 > 40 percent|memory',
        ],
        rejects: [
          '[5] 60|80 > vllm -earlier -before -than -old',
          '[8] vllm|paging > waste|lose > 60|80 -before -earlier -old -instead',
          '[4] 80 > page|block -memory -waste',
        ],
      },
      {
        id: 'prefix-sharing',
        point: 'Sequences with the same prefix share its blocks.',
        accepts: [
          'any: [9] share|sharing|shared|reuse|common|point|same prefix|prompt|beginning|start|opening|instruction|begin block|page|sequence|request|memory|copy|cache|once|kv|they|user|everybody|everyone',
          '[5] share|sharing|shared|common|deduplicate prefix|prompt|beginning',
          '[9] share|sharing|shared|common block|page sequence|request|user !copy|write|copyonwrite -modify -change',
          '[12] same|common prefix|prompt|beginning once|share|point|copy|block',
        ],
        rejects: [
          '[6] own|separate copy prefix|prompt',
          '[3] not|never share -copy',
          'any: [4] not|never|no|nor > share -same',
          '[8] prefix|prompt > store|copy|keep > each|every > request|sequence -once -share',
        ],
      },
      {
        id: 'copy-on-write',
        point: 'A shared block is copied when a sequence writes to it (copy on write).',
        accepts: [
          'copyonwrite',
          '[14] copy|duplicate|clone|copied block|page|first|before|shared|it|then|own write|modify|change|append|diverge|differ|alter|edit|writing|continue|split',
          'any: [12] overwrite|write > copy > first|made|before|make',
        ],
      },
    ],
    followUps: [
      {
        question: 'Where did earlier systems lose the memory?',
        answer:
          'They reserved one contiguous piece for the longest possible output of each request; most of it was never used, and gaps remained between the pieces.',
        whenMissing: 'earlier-waste',
        followUps: [
          {
            question: 'And what is still lost with paging?',
            answer: 'Only the unused slots of each sequence’s last block: less than one block.',
          },
        ],
      },
      {
        question: 'Two requests share a prefix, and one of them generates its next token. What happens?',
        answer:
          'If it writes into a block with more than one owner, that block is copied, the count of the old one goes down, and the table points to the copy.',
        whenMissing: 'copy-on-write',
        followUps: [
          {
            question: 'Which blocks of the prefix need that copy?',
            answer: 'Only the last, part-filled one; full blocks are never written to again.',
          },
        ],
      },
    ],
    exercise: 'paged-attend',
  },
  {
    id: 'paged-attention/address-formula',
    kind: 'formula',
    question: 'Where is token t of a sequence stored, with blocks of B tokens?',
    modelAnswer:
      'In physical block $\\mathrm{table}[\\lfloor t / B \\rfloor]$, slot $t \\bmod B$, for its key and its value alike. The division gives the logical block, the table gives the physical block, and the remainder gives the slot in it.',
    keyPoints: [
      {
        id: 'block',
        point: 'Logical block ⌊t / B⌋, looked up in the table.',
        accepts: [
          '[12] t over|divide|divided b|block|table|round',
          'table t b',
          '[14] division|divide logical',
          '[8] table > t',
          'logical_block table|look|lookup',
        ],
      },
      {
        id: 'slot',
        point: 'Slot t mod B within the block.',
        accepts: [
          '[10] mod|modulo|remainder|rest b|t|slot|block',
          '[8] slot remainder|mod|bmod|rest',
          '[8] remainder where|slot|in',
        ],
        rejects: ['[5] block > t > mod -slot'],
      },
    ],
    followUps: [
      {
        question: 'Is a table needed for values as well?',
        answer:
          'It is the same one: the key and the value of a token have the same block number and slot in their pools.',
        whenMissing: 'block',
        followUps: [
          {
            question: 'And for each layer?',
            answer: 'The same table serves all layers: every layer has its own pool, laid out in the same way.',
          },
        ],
      },
    ],
    exercise: 'paged-attend',
  },
  {
    id: 'paged-attention/why-blocks',
    kind: 'why',
    question: 'Why does cutting the cache into blocks raise throughput, though no token gets smaller?',
    modelAnswer:
      'Because memory that was reserved and never used is given to other sequences. Blocks are handed out when a token needs them, and all have one size, so no gaps arise between them. More sequences fit, the batch is larger, and the weights are read once for more tokens.',
    keyPoints: [
      {
        id: 'reserved-unused',
        point: 'It removes memory that was reserved and not used.',
        accepts: [
          '[14] reserve|reserved not|unused|never|advance|up|waste|without',
          'not: [10] reserve memory|use|advance',
        ],
      },
      {
        id: 'no-gaps',
        point: 'Blocks of one size leave no gaps between them (no external fragmentation).',
        accepts: [
          'not: [12] gap|fragmentation|hole',
          '[12] gap|fragmentation|hole no|none|without|external|leave|equal',
        ],
      },
      {
        id: 'larger-batch',
        point: 'More sequences fit, so the batch is larger.',
        accepts: ['[10] more|larger|bigger sequence|batch|request|fit'],
      },
    ],
    followUps: [
      {
        question: 'By how much did the throughput rise?',
        answer: 'Two to four times at equal latency, against the systems of its time.',
        whenMissing: 'larger-batch',
        followUps: [
          {
            question: 'Why does a larger batch help decoding so much?',
            answer:
              'A step reads all weights for one token of each sequence; with more sequences the same reading serves more tokens.',
          },
        ],
      },
    ],
    exercise: 'paged-attend',
  },
  {
    id: 'paged-attention/block-size-number',
    kind: 'number',
    question: 'How many tokens does a vLLM block hold by default, and how much does a sequence waste at most?',
    modelAnswer: 'Sixteen. A sequence wastes the empty slots of its last block, so at most 15 tokens.',
    keyPoints: [
      {
        id: 'sixteen',
        point: '16 tokens per block.',
        accepts: ['16'],
        rejects: ['[3] 16 > waste|empty|lose', '[4] 15 > token > block'],
      },
      {
        id: 'fifteen',
        point: 'At most 15 slots of the last block are empty.',
        accepts: ['15'],
        rejects: ['[4] 15 > token > block', '[3] 16 > waste|empty|lose'],
      },
    ],
    followUps: [
      {
        question: 'What’s the downside of very small blocks?',
        answer: 'The table grows, and the kernel reads many small pieces instead of long stretches.',
        whenMissing: 'sixteen',
        followUps: [
          {
            question: 'And against very large ones?',
            answer: 'More slots stay empty at the end, and fewer prefixes can be shared, as only whole blocks match.',
          },
        ],
      },
    ],
    exercise: 'paged-attend',
  },
  {
    id: 'paged-attention/faster-trap',
    kind: 'trap',
    question:
      '“Paged attention is a faster attention kernel, and it makes the cache of a token smaller.” Correct this.',
    modelAnswer:
      'Neither. The kernel itself was 20 to 26 percent slower than one over contiguous memory, because of the table lookups. And a token takes as many bytes as before. What shrinks is the memory that is reserved and not used, so more sequences run at once.',
    keyPoints: [
      {
        id: 'kernel-slower',
        point: 'The kernel itself is slower (20–26 % in the paper).',
        accepts: [
          '[10] slow|slower|slowly kernel|20|26|itself|lookup',
          'not: [8] fast|faster kernel|itself',
          'any: [8] kernel not > fast|faster',
        ],
        rejects: ['any: [5] kernel > not > slow|slower'],
      },
      {
        id: 'token-same',
        point: 'A token’s keys and values take as much as before.',
        accepts: [
          '[12] token|kv|key same|unchanged|bytes',
          '[8] token|kv > much|many|large|size > before',
          'not: [10] small|smaller|shrink|less|change token|kv|key',
          'any: [8] token|kv not > small|smaller|less|shrink',
        ],
        rejects: ['[8] token|kv > less|smaller|fewer > memory|bytes -not'],
      },
      {
        id: 'reserved',
        point: 'What shrinks is memory that is reserved and unused.',
        accepts: ['[12] shrink|less|save|fall|waste reserve|reserved|unused|empty'],
      },
    ],
    followUps: [
      {
        question: 'What would make a token’s cache smaller?',
        answer: 'Fewer KV heads, a latent as in MLA, or fewer bits.',
        whenMissing: 'token-same',
        followUps: [
          {
            question: 'Do these work together with paging?',
            answer: 'Yes: they change what a slot holds; paging changes where the slots are.',
          },
        ],
      },
    ],
    exercise: 'paged-attend',
  },
  {
    id: 'paged-attention/copy-on-write',
    kind: 'definition',
    question: 'What does copy on write mean for a block of the cache?',
    modelAnswer:
      'Sequences that share a prefix point to the same blocks, and each block counts its owners. A sequence that is about to write into a block with more than one owner gets a free block instead, the filled slots are copied, and the old count falls by one. Blocks with one owner are written in place.',
    keyPoints: [
      {
        id: 'counts',
        point: 'Each block counts the sequences that use it.',
        accepts: ['refcount', '[10] count|counter sequence|block|use|share|reference|owner'],
      },
      {
        id: 'copy-if-shared',
        point: 'A write into a shared block goes to a fresh copy; the old count falls by one.',
        accepts: ['[14] copy|fresh share|shared|count|write'],
        rejects: ['[4] every|each > block > copy', '[6] copy > every|each > write'],
      },
      {
        id: 'in-place',
        point: 'A block with one owner is written in place.',
        accepts: ['[12] place|inplace|directly owner|one|1|alone|only|single|exclusive'],
      },
    ],
    followUps: [
      {
        question: 'After a fork, both sequences append. How many copies are made?',
        answer: 'One. The first writer copies; then the second is the only owner of the old block and writes in place.',
        whenMissing: 'copy-if-shared',
        followUps: [
          {
            question: 'And if the last block was full at the fork?',
            answer: 'None: each writer takes a new block, and the full one stays shared.',
          },
        ],
      },
    ],
    exercise: 'paged-attend',
  },
])
