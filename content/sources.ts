/** A paper that lessons cite. */
export interface Source {
  /** As a citation has them: “Vaswani et al.” */
  readonly authors: string
  readonly year: number
  /** Its number on arXiv. */
  readonly arxiv: string
  /** The name of what it brought, where that is better known than the paper. */
  readonly known?: string
}

const paper = (authors: string, year: number, arxiv: string, known?: string): Source => ({
  authors,
  year,
  arxiv,
  ...(known && { known }),
})

/** The papers that lessons cite, by the id that `<Source id="…">` names. */
export const sources: Readonly<Record<string, Source>> = {
  'agrawal-2024': paper('Agrawal et al.', 2024, '2403.02310', 'Sarathi-Serve'),
  'ainslie-2023': paper('Ainslie et al.', 2023, '2305.13245', 'GQA'),
  'alayrac-2022': paper('Alayrac et al.', 2022, '2204.14198', 'Flamingo'),
  'bahdanau-2015': paper('Bahdanau et al.', 2015, '1409.0473'),
  'beltagy-2020': paper('Beltagy et al.', 2020, '2004.05150', 'Longformer'),
  'brown-2020': paper('Brown et al.', 2020, '2005.14165', 'GPT-3'),
  'chen-2023-interpolation': paper('Chen et al.', 2023, '2306.15595', 'position interpolation'),
  'chen-2023-speculative': paper('Chen et al.', 2023, '2302.01318', 'speculative sampling'),
  'choromanski-2021': paper('Choromanski et al.', 2021, '2009.14794', 'Performer'),
  'clark-2019': paper('Clark et al.', 2019, '1906.04341'),
  'dao-2022': paper('Dao et al.', 2022, '2205.14135', 'FlashAttention'),
  'dao-2023': paper('Dao', 2023, '2307.08691', 'FlashAttention-2'),
  'deepseek-v2-2024': paper('DeepSeek-AI', 2024, '2405.04434', 'DeepSeek-V2'),
  'deepseek-v3-2024': paper('DeepSeek-AI', 2024, '2412.19437', 'DeepSeek-V3'),
  'dehghani-2023': paper('Dehghani et al.', 2023, '2302.05442', 'ViT-22B'),
  'devlin-2019': paper('Devlin et al.', 2019, '1810.04805', 'BERT'),
  'dosovitskiy-2020': paper('Dosovitskiy et al.', 2020, '2010.11929', 'Vision Transformer'),
  'gemma-2-2024': paper('Gemma Team', 2024, '2408.00118', 'Gemma 2'),
  'gemma-3-2025': paper('Gemma Team', 2025, '2503.19786', 'Gemma 3'),
  'grattafiori-2024': paper('Grattafiori et al.', 2024, '2407.21783', 'Llama 3'),
  'hendrycks-2016': paper('Hendrycks and Gimpel', 2016, '1606.08415', 'GELU'),
  'henry-2020': paper('Henry et al.', 2020, '2010.04245', 'QK-norm'),
  'holtzman-2020': paper('Holtzman et al.', 2020, '1904.09751', 'top-p'),
  'hooper-2024': paper('Hooper et al.', 2024, '2401.18079', 'KVQuant'),
  'jain-2019': paper('Jain and Wallace', 2019, '1902.10186'),
  'jiang-2023': paper('Jiang et al.', 2023, '2310.06825', 'Mistral 7B'),
  'kaplan-2020': paper('Kaplan et al.', 2020, '2001.08361', 'scaling laws'),
  'katharopoulos-2020': paper('Katharopoulos et al.', 2020, '2006.16236', 'linear attention'),
  'kwon-2023': paper('Kwon et al.', 2023, '2309.06180', 'PagedAttention'),
  'leviathan-2023': paper('Leviathan et al.', 2023, '2211.17192', 'speculative decoding'),
  'liu-2023': paper('Liu et al.', 2023, '2310.01889', 'ring attention'),
  'liu-2023-llava': paper('Liu et al.', 2023, '2304.08485', 'LLaVA'),
  'liu-2024': paper('Liu et al.', 2024, '2402.02750', 'KIVI'),
  'michel-2019': paper('Michel et al.', 2019, '1905.10650'),
  'milakov-2018': paper('Milakov and Gimelshein', 2018, '1805.02867', 'online softmax'),
  'olsson-2022': paper('Olsson et al.', 2022, '2209.11895', 'induction heads'),
  'peng-2023': paper('Peng et al.', 2023, '2309.00071', 'YaRN'),
  'pope-2022': paper('Pope et al.', 2022, '2211.05102'),
  'press-2017': paper('Press and Wolf', 2017, '1608.05859', 'tied embeddings'),
  'press-2021': paper('Press et al.', 2021, '2108.12409', 'ALiBi'),
  'rabe-2021': paper('Rabe and Staats', 2021, '2112.05682'),
  'radford-2022': paper('Radford et al.', 2022, '2212.04356', 'Whisper'),
  'raffel-2020': paper('Raffel et al.', 2020, '1910.10683', 'T5'),
  'rombach-2022': paper('Rombach et al.', 2022, '2112.10752', 'latent diffusion'),
  'shah-2024': paper('Shah et al.', 2024, '2407.08608', 'FlashAttention-3'),
  'shazeer-2019': paper('Shazeer', 2019, '1911.02150', 'multi-query attention'),
  'shazeer-2020': paper('Shazeer', 2020, '2002.05202', 'GLU variants'),
  'shoeybi-2019': paper('Shoeybi et al.', 2019, '1909.08053', 'Megatron-LM'),
  'su-2021': paper('Su et al.', 2021, '2104.09864', 'RoPE'),
  'touvron-2023': paper('Touvron et al.', 2023, '2302.13971', 'LLaMA'),
  'touvron-2023-llama-2': paper('Touvron et al.', 2023, '2307.09288', 'Llama 2'),
  'vaswani-2017': paper('Vaswani et al.', 2017, '1706.03762', 'Transformer'),
  'voita-2019': paper('Voita et al.', 2019, '1905.09418'),
  'wiegreffe-2019': paper('Wiegreffe and Pinter', 2019, '1908.04626'),
  'xiao-2023': paper('Xiao et al.', 2023, '2309.17453', 'StreamingLLM'),
  'xiong-2020': paper('Xiong et al.', 2020, '2002.04745', 'pre-LN'),
  'yang-2022': paper('Yang et al.', 2022, '2203.03466', 'μP'),
  'zadouri-2026': paper('Zadouri et al.', 2026, '2603.05451', 'FlashAttention-4'),
  'zaheer-2020': paper('Zaheer et al.', 2020, '2007.14062', 'BigBird'),
  'zhang-2019': paper('Zhang and Sennrich', 2019, '1910.07467', 'RMSNorm'),
  'zhang-2023': paper('Zhang et al.', 2023, '2306.14048', 'H2O'),
}
