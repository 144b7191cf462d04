"""Section 7."""

from __future__ import annotations

import math

import numpy as np
import torch
from torch.utils.flop_counter import FlopCounterMode

from tests.bank.recomputing import (
    crossing,
    linear,
    nbytes,
    numel,
    recomputes,
    smallest,
    weights,
)


@recomputes("q07-alibi-slope")
def alibi_bias(n: int, h: int, r: int) -> float:
    """Slopes that fall geometrically and end at 1/256."""
    slopes = np.geomspace(1 / 256, 1, n + 1)[-2::-1]
    return float(-r * slopes[h - 1])


@recomputes("q07-attention-flop")
def flop_of_two_products(B: int, H: int, T: int, S: int, d: int) -> float:
    """As torch's own counter adds them up."""
    query, key = torch.empty(B * H, T, d, device="meta"), torch.empty(B * H, S, d, device="meta")
    with FlopCounterMode(display=False) as counter:
        torch.bmm(torch.bmm(query, key.mT), key)
    return counter.get_total_flops()


@recomputes("q07-block-sparse")
def products_of_chosen_blocks(T: int, b: int, n: int) -> float:
    blocks = [range(start, start + b) for start in range(0, T, b)]
    keys_of_a_query = sum(len(block) for block in blocks[:n])
    return sum(keys_of_a_query * 64 for _ in range(T))


@recomputes("q07-kv-bytes")
def bytes_of_a_cache(L: int, h: int, g: int, T: int, B: int) -> float:
    return nbytes(torch.float16, L, 2, B, g, T, 128)


@recomputes("q07-kv-sequences")
def sequences_beside_the_weights(P: int, T: int) -> float:
    free = 80 * 10**9 - nbytes(torch.float16, P * 10**9)
    sequence = nbytes(torch.float16, 32, 2, 8, T, 128)
    return smallest(lambda count: count * sequence > free) - 1


@recomputes("q07-mla-ratio")
def saving_of_a_latent_cache(c: int, r: int, h: int) -> float:
    plain = numel(2, h, 128)
    return plain / (numel(c) + numel(r))


@recomputes("q07-rope-wavelength")
def turn_of_the_slowest_pair(b: int, d: int) -> float:
    frequencies = 1 / b ** (np.arange(0, d, 2) / d)
    return crossing(lambda position: position * frequencies.min() - 2 * math.pi, 0, 1e9)


@recomputes("q07-score-matrix")
def bytes_of_attention_weights(B: int, H: int, T: int) -> float:
    return nbytes(torch.float16, B, H, T, T)


@recomputes("q07-swiglu-parameters")
def weights_of_swiglu(d: int, f: int) -> float:
    gate, up, down = linear(d, f), linear(d, f), linear(f, d)
    return weights(gate, up, down)


@recomputes("q07-window-pairs")
def pairs_in_a_causal_window(T: int, w: int) -> float:
    query, key = np.indices((T, T))
    return int(((key <= query) & (key > query - w)).sum())


@recomputes("q07-ffn-share")
def share_of_the_feed_forward_layer(f: int) -> float:
    width = 64
    attention = weights(*(linear(width, width) for _ in range(4)))
    feed_forward = weights(linear(width, f * width), linear(f * width, width))
    return feed_forward / (feed_forward + attention)


@recomputes("q07-joint-or-cross")
def scores_of_both_kinds(I: int, P: int) -> float:
    return numel(I + P, I + P) / numel(I, P)


@recomputes("q07-kv-example")
def bytes_of_an_example_cache(T: int, B: int) -> float:
    return nbytes(torch.float16, 2, 48, B, T, 7168)


@recomputes("q07-kv-example-ratio")
def cache_against_weights(g: int) -> float:
    return nbytes(torch.float16, 2, 48, 128, 1024, g, 128) / nbytes(torch.float16, 30 * 10**9)


@recomputes("q07-kv-reserved")
def bytes_in_reserve(M: int, u: int) -> float:
    return sum((M - u) * 131072 for _ in range(64))


@recomputes("q07-linear-decode-ratio")
def reads_of_softmax_and_linear(n: int, r: int) -> float:
    cache, state, normalizer = numel(2, n, 128), numel(r, 128), numel(r)
    return cache / (state + normalizer)


@recomputes("q07-linear-layers-crossover")
def tokens_where_attention_overtakes(d: int) -> float:
    """A linear layer costs its weights per token; a query costs a product per key, twice."""
    linear_layers = weights(*(linear(d, d) for _ in range(4)), linear(d, 4 * d), linear(4 * d, d))
    return crossing(lambda T: T * (T * d + T * d) - T * linear_layers, 1, 1e7)


@recomputes("q07-masked-row-fill")
def output_of_a_masked_row(a: float, b: float, c: float) -> float:
    lowest_finite = torch.finfo(torch.float32).min
    scores = torch.tensor([0.3, -1.2, 2.0]).masked_fill(torch.ones(3, dtype=torch.bool), lowest_finite)
    return (scores.softmax(0).double() @ torch.tensor([a, b, c], dtype=torch.float64)).item()


@recomputes("q07-mha-parameters")
def parameters_of_multi_head_attention(d: int, h: int) -> float:
    return weights(torch.nn.MultiheadAttention(d, h, bias=True, device="meta"))


@recomputes("q07-rope-axial-turn")
def turn_of_a_spatial_axis(t: int) -> float:
    width = (128 - t) // 2
    slowest = min(10000 ** (-2 * pair / width) for pair in range(width // 2))
    return crossing(lambda patches: patches * slowest - 2 * math.pi, 0, 1e9)


@recomputes("q07-sinusoidal-norm")
def length_of_an_encoding(d: int, p: int) -> float:
    angles = p / 10000 ** (np.arange(0, d, 2) / d)
    return float(np.linalg.norm(np.concatenate([np.sin(angles), np.cos(angles)])))


@recomputes("q07-swiglu-width")
def hidden_width_of_swiglu(d: int, k: int) -> float:
    gelu = weights(linear(d, k * d), linear(k * d, d))
    return crossing(lambda hidden: 3 * d * hidden - gelu, 0, 1e6)


@recomputes("q07-window-layers")
def layers_that_reach_the_first_token(w: int, T: int) -> float:
    """Follows the oldest token that can have influenced the last one."""
    oldest, layers = T - 1, 0
    while oldest > 0:
        oldest = max(0, oldest - (w - 1))
        layers += 1
    return layers
