"""Attention with linear biases, ALiBi (Press et al. 2022, arXiv:2108.12409, section 3 and figure 3).

    bias[h, i, j] = -m_h (i - j)  for j <= i,   -∞ for j > i,        m_h = 2^(-8h/H),   h = 1 ... H

The bias is added to the scores, after their scale 1/√d: a head looks back with a penalty that grows by m_h for each
position. The slopes are a geometric sequence from 2^(-8/H) to 2^-8, neither learned nor the same in two heads. There are no
other positions. -∞ above the diagonal is the causal mask. The paper gives the sequence for powers of two.

Returns: (H,T,T), query i in the rows, key j in the columns.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip


def alibi_bias(n_heads: int, length: int) -> Tensor:
    """Linear penalty of the distance, one slope for each head; the future is hidden."""
    slopes = 2.0 ** (-8 * torch.arange(1, n_heads + 1) / n_heads)  # (H,)
    position = torch.arange(length)
    distance = position[:, None] - position  # (T,T): i - j
    bias = -slopes[:, None, None] * distance  # (H,T,T)
    return bias.masked_fill(distance < 0, float("-inf"))


# ----------------------------------------------------------------------------------------------------------------------


def cases(_: Draw) -> Iterator[Case]:
    yield Case("one head, two positions", (1, 2))
    yield Case("two heads, three positions", (2, 3))
    yield Case("one position", (4, 1))
    yield Case("four heads", (4, 6))
    yield Case("eight heads, as many positions", (8, 8))
    yield Case("sixteen heads, five positions", (16, 5))
    yield Case("fewer heads than positions", (2, 11))
    yield Case("32 heads", (32, 7))
    yield Case("64 heads, four positions", (64, 4))
    yield Case("one head, 40 positions", (1, 40))
    yield Case("a hundred positions", (4, 100))


BIAS = "-slopes[:, None, None] * distance"
SLOPES = "2.0 ** (-8 * torch.arange(1, n_heads + 1) / n_heads)"
HIDDEN = 'bias.masked_fill(distance < 0, float("-inf"))'

PROBLEM = Problem(
    id="alibi-bias",
    entries=(alibi_bias,),
    cases=cases,
    dtypes=(torch.float32,),
    grad=False,
    slips=(
        Slip(
            "smallest-number",
            'float("-inf")',
            "torch.finfo(torch.float32).min",
            "Hidden keys get the smallest finite number; -inf is asked for.",
        ),
        Slip(
            "distance-from-one-masked",
            BIAS,
            "-slopes[:, None, None] * (distance + 1)",
            "The penalty counts one position too many: a query has the distance 0 to itself.",
        ),
        Slip(
            "distance-to-the-last",
            BIAS,
            "-slopes[:, None, None] * (length - 1 - position)",
            "The distance is counted from the last position, as for the newest query; query i counts from itself, i - j.",
        ),
        Slip(
            "whole-exponents",
            SLOPES,
            "2.0 ** -(8 * torch.arange(1, n_heads + 1) // n_heads)",
            "The exponent is divided with //, which gives heads equal slopes where there are more than 8: 8h/H is a fraction.",
        ),
        Slip(
            "divided-by-heads-and-one",
            "/ n_heads)",
            "/ (n_heads + 1))",
            "The exponent is divided by H + 1; it is 8h/H, and the last slope is 2^-8.",
        ),
        Slip(
            "heads-from-zero",
            "torch.arange(1, n_heads + 1)",
            "torch.arange(n_heads)",
            "Heads are counted from 0, so that the first slope is 1: it is 2^(-8/H).",
        ),
        Slip(
            "eight-heads-assumed",
            SLOPES,
            "2.0 ** -torch.arange(1.0, n_heads + 1)",
            "The slopes are 1/2, 1/4, ... whatever the number of heads: that is the sequence for 8 heads. In general the ratio "
            "is 2^(-8/H).",
        ),
        Slip(
            "eight-forgotten",
            "(-8 * torch",
            "(-1 * torch",
            "The exponent lacks the 8: slopes are 2^(-8h/H), the last one 2^-8.",
        ),
        Slip(
            "slopes-reversed",
            BIAS,
            "-slopes.flip(0)[:, None, None] * distance",
            "The slopes are in reverse order: the first head is the steepest, 2^(-8/H).",
        ),
        Slip(
            "slopes-linear",
            SLOPES,
            "torch.arange(1, n_heads + 1) / n_heads",
            "The slopes grow in equal steps; they are a geometric sequence, 2^(-8h/H).",
        ),
        Slip(
            "slopes-harmonic",
            SLOPES,
            "1.0 / torch.arange(1, n_heads + 1)",
            "The slopes are 1/h; they are a geometric sequence, 2^(-8h/H).",
        ),
        Slip(
            "base-e",
            SLOPES,
            "torch.exp(-8 * torch.arange(1, n_heads + 1) / n_heads)",
            "The slopes are powers of e; they are powers of 2, 2^(-8h/H).",
        ),
        Slip(
            "exponent-positive",
            "(-8 * torch",
            "(8 * torch",
            "The exponent of the slopes lacks its minus: 2^(-8h/H) is below 1.",
        ),
        Slip(
            "by-position-of-the-last-head",
            SLOPES,
            "2.0 ** torch.linspace(0, -8, n_heads)",
            "The exponents run from 0 to -8; they run from -8/H to -8 in steps of 8/H.",
        ),
        Slip(
            "length-in-the-slopes",
            "/ n_heads)",
            "/ length)",
            "The exponent is divided by the length; it is 8h/H, with the number of heads.",
        ),
        Slip(
            "one-slope-for-all",
            BIAS,
            "-slopes[:1, None, None].expand(n_heads, 1, 1) * distance",
            "All heads have the first one's slope; each has its own, 2^(-8h/H).",
        ),
        Slip(
            "sign",
            BIAS,
            "slopes[:, None, None] * distance",
            "Distant keys get a bonus: the bias is -m (i - j), negative for what lies back.",
        ),
        Slip(
            "no-slopes",
            BIAS,
            "-torch.ones_like(slopes)[:, None, None] * distance",
            "The distance is not multiplied by a slope: -m_h (i - j), each head with its own m_h.",
        ),
        Slip(
            "future-visible",
            HIDDEN,
            "bias",
            "The keys after the query are not hidden, and even get a bonus: -inf above the diagonal.",
        ),
        Slip(
            "symmetric-distance",
            f"{BIAS}  # (H,T,T)\n    return {HIDDEN}",
            "-slopes[:, None, None] * distance.abs()\n    return bias",
            "The bias is -m |i - j| on both sides, as for encoders: keys after the query are hidden, -inf above the diagonal.",
        ),
        Slip(
            "future-zero",
            HIDDEN,
            "bias.masked_fill(distance < 0, 0.0)",
            "The keys after the query get 0, which leaves them visible, and better than the past: -inf above the diagonal.",
        ),
        Slip(
            "past-hidden",
            "distance < 0",
            "distance > 0",
            "What lies before the query is hidden; it is the keys after it, j > i, above the diagonal.",
        ),
        Slip(
            "diagonal-hidden",
            "distance < 0",
            "distance <= 0",
            "The diagonal is hidden, too: a query sees its own position, with the bias 0.",
        ),
        Slip(
            "one-more-visible",
            "distance < 0",
            "distance < -1",
            "The key right after the query is visible: everything above the diagonal is -inf.",
        ),
        Slip(
            "rows-and-columns-exchanged",
            f"return {HIDDEN}",
            f"return {HIDDEN}.transpose(-2, -1)",
            "Queries and keys are exchanged (the distance is j - i, or the matrix transposed): rows are queries, columns keys, "
            "and -inf stands above the diagonal.",
        ),
        Slip(
            "bonus-of-the-key",
            BIAS,
            "slopes[:, None, None] * position",
            "The bias is m j, of the key's position alone, as libraries write it: the same after the softmax, but here the "
            "matrix itself is asked for, -m (i - j), 0 on the diagonal.",
        ),
        Slip(
            "bonus-of-the-key-unmasked",
            f"{BIAS}  # (H,T,T)\n    return {HIDDEN}",
            "slopes[:, None, None] * position.expand(length, length)\n    return bias",
            "The bias is m j, of the key's position alone and without a mask, as libraries write it; here the matrix itself is "
            "asked for: -m (i - j), 0 on the diagonal, -inf above it.",
        ),
        Slip(
            "one-row-for-all",
            f"{BIAS}  # (H,T,T)\n    return {HIDDEN}",
            "slopes[:, None, None] * position\n    return bias",
            "There is one row for all queries, (H,1,T): the full matrix is asked for, (H,T,T), -m (i - j) and -inf above the "
            "diagonal.",
        ),
        Slip(
            "distance-from-one",
            "position[:, None] - position  #",
            "position[:, None] - position + 1  #",
            "The distance is one too large: a query has the distance 0 to itself.",
        ),
        Slip(
            "logarithm-of-the-distance",
            BIAS,
            "-slopes[:, None, None] * distance.clamp(min=0).add(1).log()",
            "The penalty grows with the logarithm of the distance; it is linear in it.",
        ),
        Slip(
            "squared-distance",
            BIAS,
            "-slopes[:, None, None] * distance**2",
            "The distance is squared; the penalty is linear in it.",
        ),
        Slip(
            "finite-fill",
            'float("-inf")',
            "-1e9",
            "Hidden keys get a large negative number; -inf is asked for.",
        ),
        Slip(
            "mask-times-infinity",
            HIDDEN,
            'bias + (distance < 0) * float("-inf")',
            "0 * -inf is NaN: a mask of zeros and ones that is multiplied by -inf spoils all that should be visible. Use "
            "masked_fill, or torch.where.",
        ),
        Slip(
            "batch-axis",
            f"return {HIDDEN}",
            f"return {HIDDEN}[None]",
            "The result has an axis in front for the batch; (H,T,T) is asked for.",
        ),
        Slip(
            "heads-last",
            f"return {HIDDEN}",
            f"return {HIDDEN}.permute(1, 2, 0)",
            "The heads are the last axis; they are the first, (H,T,T).",
        ),
        Slip(
            "mask-alone",
            BIAS,
            "0 * slopes[:, None, None] * distance",
            "Only the causal mask is there: keys before the query get -m (i - j).",
        ),
        Slip(
            "slopes-doubled",
            BIAS,
            "-2 * slopes[:, None, None] * distance",
            "The penalty is doubled, as where slopes begin one power of 2 too early: m_h = 2^(-8h/H).",
        ),
    ),
)
