# problem: gpt-parameters
# says: given in your config: n_embd, tie_weights, vocab_size, n_layer and block_size
from dataclasses import dataclass


@dataclass
class GPTConfig:
    n_layer: int = 12
    n_embd: int = 768
    vocab_size: int = 50257
    block_size: int = 1024
    tie_weights: bool = True


def num_params(config: GPTConfig) -> int:
    d = config.n_embd
    block = 12 * d * d + 13 * d
    head = 0 if config.tie_weights else config.vocab_size * d
    return (config.vocab_size + config.block_size) * d + config.n_layer * block + 2 * d + head
