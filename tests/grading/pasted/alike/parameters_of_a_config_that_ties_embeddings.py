# problem: gpt-parameters
@dataclass
class GPT2Config:
    block_size: int = 1024
    vocab_size: int = 50257
    n_layer: int = 12
    n_embd: int = 768
    tie_word_embeddings: bool = True


def params(config: GPT2Config) -> int:
    width = config.n_embd
    embeddings = width * (config.block_size + config.vocab_size)
    attention = 2 * width + 4 * width * width + 4 * width
    mlp = 2 * width + 8 * width * width + 5 * width
    head = 0 if config.tie_word_embeddings else width * config.vocab_size
    return embeddings + config.n_layer * (attention + mlp) + 2 * width + head
