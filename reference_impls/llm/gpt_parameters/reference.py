"""Parameters of GPT-2 (Radford et al. 2019, section 2.3; the block as in Vaswani et al. 2017, arXiv:1706.03762, section 3).

    N = V d + T d + L (12 d^2 + 13 d) + 2 d      and V d more if the head has weights of its own

Vocabulary V, width d, context T, L blocks. A block holds attention, 4 d^2 + 4 d; an MLP of width 4d, 8 d^2 + 5 d; and two
LayerNorms with scale and shift, 4 d. One more LayerNorm stands before the head. The number of heads doesn't matter: together
they have width d. GPT-2 small, L = 12, d = 768, V = 50257, T = 1024: 124,439,808.

Returns: an exact int.
"""


def gpt_parameters(layers: int, d: int, vocab: int, context: int, tied: bool = True) -> int:
    """Everything that is trained, each weight once."""
    attention = (3 * d * d + 3 * d) + (d * d + d)  # queries, keys and values; output projection
    mlp = (4 * d * d + 4 * d) + (4 * d * d + d)  # up, down
    norm = d + d  # scale, shift
    block = attention + mlp + 2 * norm
    embeddings = vocab * d + context * d
    head = 0 if tied else vocab * d
    return embeddings + layers * block + norm + head
