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
