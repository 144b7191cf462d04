# problem: gpt-parameters
# says: given in your cfg: n_embd, tie_weights, n_layer, vocab_size and block_size
from dataclasses import dataclass


@dataclass
class ModelConfig:
    vocab_size: int
    block_size: int
    n_layer: int
    n_head: int
    n_embd: int
    mlp_ratio: int = 4
    tie_weights: bool = True


def count_parameters(cfg: ModelConfig) -> int:
    d, hidden = cfg.n_embd, cfg.mlp_ratio * cfg.n_embd
    attention = 4 * (d * d + d)
    mlp = d * hidden + hidden + hidden * d + d
    total = cfg.n_layer * (attention + mlp + 4 * d) + 2 * d
    total += (cfg.vocab_size + cfg.block_size) * d
    return total if cfg.tie_weights else total + cfg.vocab_size * d
