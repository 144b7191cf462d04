"""Maximum and denominator of a softmax in one pass (Milakov & Gimelshein 2018, arXiv:1805.02867, algorithm 3).

    for each block of scores s:   m' = max(m, max_j s_j),   ℓ' = ℓ exp(m - m') + Σ_j exp(s_j - m')

m is the running maximum, ℓ the sum of exp(s - m) over all that was read. What was summed up under an old maximum is brought
to the new one by exp(m - m'), which is never above 1; a block need not be kept once it is read. FlashAttention carries its
output along by the same factor. Where nothing but -inf has been read, m is -inf, and -inf - (-inf) is NaN: subtract 0 there.

Shapes: blocks (...,n_i), any number of them, read once each.
Returns: m and ℓ, both (...).
"""

import math
from collections.abc import Callable, Iterable, Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Observation, Problem, Scenario, Slip, World


def online_softmax_stats(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    """The maximum of all scores of a row, and the sum of exp(s - maximum)."""
    m, l = torch.tensor(-math.inf), torch.tensor(0.0)
    for s in blocks:  # (...,n_i)
        m_new = torch.maximum(m, s.amax(dim=-1))  # (...)
        shift = m_new.masked_fill(m_new == -math.inf, 0.0)  # (...)
        l = l * (m - shift).exp() + (s - shift[..., None]).exp().sum(dim=-1)
        m = m_new
    return m, l


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "online_softmax_stats"
HIDDEN = -math.inf


def scores(draw: Draw, *shape: int, sizes: tuple[int, ...], scale: float = 2.0) -> list[Tensor]:
    """Blocks of these lengths for rows of this shape."""
    return [draw.normal(*shape, n, mean=0.5, scale=scale) for n in sizes]


def steps_of(draw: Draw, *shape: int, sizes: tuple[int, ...], by: float) -> list[Tensor]:
    """Blocks whose maxima grow from one to the next, or fall."""
    return [draw.floating(draw.normal(*shape, n).double() + by * i) for i, n in enumerate(sizes)]


def large(draw: Draw, *centres: float) -> list[Tensor]:
    """Blocks of scores near these centres, in quarters, which float32 has exactly and their differences, too."""
    return [draw.floating(c + draw.integers(-12, 13, 2, 3, 4).double() / 4) for c in centres]


def hidden_in(draw: Draw, *numbers: int, blocks: int) -> list[Tensor]:
    """Blocks of which some, by number, hide all their scores."""
    found = scores(draw, 2, 3, sizes=tuple(range(2, 2 + blocks)))
    for number in numbers:
        found[number].fill_(HIDDEN)
    return found


def hidden_rows(draw: Draw) -> list[Tensor]:
    """Each row hides all scores of another block, and single scores elsewhere; every row sees something."""
    found = scores(draw, 2, 3, sizes=(4, 3, 5))
    for number, block in enumerate(found):
        block[:, number] = HIDDEN
        block[..., 0] = HIDDEN
    return found


def low_beside_hidden(draw: Draw) -> list[Tensor]:
    """Scores near -1e4 beside hidden ones: what stands for -inf has to be far below."""
    found = large(draw, -9997.0, -9996.0, -9997.0)
    for block in found:
        block[..., draw.integer(0, 3)] = HIDDEN
    return found


def streamed(name: str, make: Callable[[Draw], list[Tensor]]) -> Scenario:
    """The same blocks from an iterator that hands each out in the memory of the one before."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        yield "result", world.call(ENTRY, world.stream(make(draw)))

    return Scenario(name, steps)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("one block", (scores(draw, 2, sizes=(3,)),))
    yield Case("one row without further axes, two blocks", (scores(draw, sizes=(3, 2)),))
    yield Case("blocks of several lengths", (scores(draw, 2, 3, sizes=(4, 1, 6)),))
    yield streamed("an iterator that reuses its buffer", lambda d: scores(d, 2, 3, sizes=(5, 2, 4, 1)))
    yield streamed("blocks of one length, in one buffer", lambda d: scores(d, 4, sizes=(3, 3, 3)))
    yield streamed("one score in each block", lambda d: scores(d, 3, 1, sizes=(1,) * 12))
    yield streamed("maxima that grow", lambda d: steps_of(d, 2, 2, sizes=(3, 5, 4, 2), by=2.5))
    yield streamed("maxima that fall", lambda d: steps_of(d, 3, 2, sizes=(4, 2, 3), by=-2.5))
    yield Case("four axes, as many rows as scores", (scores(draw, 2, 1, 3, sizes=(3, 3)),))
    yield Case("the first block hidden", (hidden_in(draw, 0, blocks=3),))
    yield streamed("the first two blocks hidden", lambda d: hidden_in(d, 0, 1, blocks=4))
    yield streamed("a block in the middle hidden", lambda d: hidden_in(d, 1, blocks=3))
    yield streamed("the last block hidden", lambda d: hidden_in(d, 2, blocks=3))
    yield streamed("each row hides another block", hidden_rows)
    yield Case("scores near 1e4", (large(draw, 9990.0, 9985.0, 9995.0),))
    yield Case("scores near -1e4", (large(draw, -9990.0, -9985.0, -9995.0),))
    yield streamed("from -1e4 to 1e4", lambda d: large(d, -9990.0, 200.0, 9990.0))
    yield streamed("from 1e4 to -1e4", lambda d: large(d, 9990.0, 9989.0, -9990.0))
    yield streamed("scores near -1e4 beside hidden ones", low_beside_hidden)


def reads_twice(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    m = torch.tensor(-math.inf)
    for s in blocks:
        m = torch.maximum(m, s.amax(dim=-1))
    l = torch.zeros_like(m)
    for s in blocks:
        l = l + (s - m[..., None]).exp().sum(dim=-1)
    return m, l


def reads_twice_from_a_number(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    m, l = torch.tensor(-math.inf), torch.tensor(0.0)
    for s in blocks:
        m = torch.maximum(m, s.amax(dim=-1))
    for s in blocks:
        l = l + (s - m[..., None]).exp().sum(dim=-1)
    return m, l


def kept_in_a_list(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    m, l = torch.tensor(-math.inf), torch.tensor(0.0)
    kept = list(blocks)
    for s in kept:
        m = torch.maximum(m, s.amax(dim=-1))
    for s in kept:
        l = l + (s - m[..., None]).exp().sum(dim=-1)
    return m, l


def sums_of_blocks_added(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    m, l = torch.tensor(-math.inf), torch.tensor(0.0)
    for s in blocks:
        own = s.amax(dim=-1)
        shift = own.masked_fill(own == -math.inf, 0.0)
        l = l + (s - shift[..., None]).exp().sum(dim=-1)
        m = torch.maximum(m, own)
    return m, l


def first_block_not_counted(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    m, l, first = torch.tensor(-math.inf), torch.tensor(0.0), True
    for s in blocks:
        m_new = torch.maximum(m, s.amax(dim=-1))
        shift = m_new.masked_fill(m_new == -math.inf, 0.0)
        new = (s - shift[..., None]).exp().sum(dim=-1)
        l = torch.zeros_like(new) if first else l * (m - shift).exp() + new
        m, first = m_new, False
    return m, l


def first_block_counts_one(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    m, l, first = torch.tensor(-math.inf), torch.tensor(0.0), True
    for s in blocks:
        m_new = torch.maximum(m, s.amax(dim=-1))
        shift = m_new.masked_fill(m_new == -math.inf, 0.0)
        new = (s - shift[..., None]).exp().sum(dim=-1)
        l = torch.ones_like(new) if first else l * (m - shift).exp() + new
        m, first = m_new, False
    return m, l


def whole_blocks_skipped_alone(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    m, l = torch.tensor(-math.inf), torch.tensor(0.0)
    for s in blocks:
        if bool((s == -math.inf).all()):
            continue
        m_new = torch.maximum(m, s.amax(dim=-1))
        l = l * (m - m_new).exp() + (s - m_new[..., None]).exp().sum(dim=-1)
        m = m_new
    return m, l


def blocks_with_hidden_skipped(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    m, l = torch.tensor(-math.inf), torch.tensor(0.0)
    for s in blocks:
        if bool((s == -math.inf).any()):
            continue
        m_new = torch.maximum(m, s.amax(dim=-1))
        l = l * (m - m_new).exp() + (s - m_new[..., None]).exp().sum(dim=-1)
        m = m_new
    return m, l


def guarded_at_the_start_alone(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    m, l = torch.tensor(-math.inf), torch.tensor(0.0)
    for s in blocks:
        own = s.amax(dim=-1)
        block_sum = (s - own[..., None]).exp().sum(dim=-1)
        m_new = torch.maximum(m, own)
        shift = m_new.masked_fill(m_new == -math.inf, 0.0)
        l = l * (m - shift).exp() + block_sum * (own - shift).exp()
        m = m_new
    return m, l


def indexed(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    m, l = torch.tensor(-math.inf), torch.tensor(0.0)
    for i in range(len(blocks)):  # type: ignore[arg-type]
        s = blocks[i]  # type: ignore[index]
        m_new = torch.maximum(m, s.amax(dim=-1))
        shift = m_new.masked_fill(m_new == -math.inf, 0.0)
        l = l * (m - shift).exp() + (s - shift[..., None]).exp().sum(dim=-1)
        m = m_new
    return m, l


def new_block_relative_to_itself(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    m, l = torch.tensor(-math.inf), torch.tensor(0.0)
    for s in blocks:
        own = s.amax(dim=-1)
        m_new = torch.maximum(m, own)
        l = l * (m - m_new.masked_fill(m_new == -math.inf, 0.0)).exp() + (
            s - own.masked_fill(own == -math.inf, 0.0)[..., None]
        ).exp().sum(dim=-1)
        m = m_new
    return m, l


def divided_at_the_end(blocks: Iterable[Tensor]) -> tuple[Tensor, Tensor]:
    m, l = torch.tensor(-math.inf), torch.tensor(0.0)
    for s in blocks:
        m = torch.maximum(m, s.amax(dim=-1))
        l = l + s.exp().sum(dim=-1)
    return m, l * (-m).exp()


PROBLEM = Problem(
    id="online-softmax",
    entries=(online_softmax_stats,),
    cases=cases,
    grad=False,
    slips=(
        Slip(
            "first-block-twice",
            "for s in blocks:",
            "import itertools\n    for s in itertools.chain([next(iter(blocks))], blocks):",
            "The first block of a list counts twice: next(iter(blocks)) takes it out of a generator, not out of a list, which "
            "the loop begins anew. Take one iterator for both.",
        ),
        FunctionSlip(
            "indexed",
            {ENTRY: indexed},
            "The blocks are counted or reached by index, which an iterator does not know: loop over it, once.",
        ),
        FunctionSlip(
            "new-block-relative-to-itself",
            {ENTRY: new_block_relative_to_itself},
            "The new block's sum is relative to its own maximum, the rest to the running one: subtract the running maximum from "
            "both.",
        ),
        Slip(
            "sum-of-exponentials",
            "return m, l",
            "return m, l * m.exp()",
            "The sum of exp(s) is returned, which overflows for large scores; it is the sum of exp(s - m).",
        ),
        FunctionSlip(
            "reads-twice",
            {ENTRY: reads_twice},
            "The blocks are read in two passes, one for the maximum and one for the sum; an iterator is empty in the second. "
            "Rescale the sum where the maximum grows, in one pass.",
        ),
        FunctionSlip(
            "reads-twice-from-a-number",
            {ENTRY: reads_twice_from_a_number},
            "The blocks are read in two passes, and the second, for the sum, finds an iterator empty: the sum stays the number "
            "that it starts with. Rescale it where the maximum grows, in one pass.",
        ),
        FunctionSlip(
            "kept-in-a-list",
            {ENTRY: kept_in_a_list},
            "The blocks are kept in a list and read later; the iterator reuses its buffer, so that all of them then show the "
            "last one. Use each block when it comes.",
        ),
        FunctionSlip(
            "sums-of-blocks-added",
            {ENTRY: sums_of_blocks_added},
            "Each block's sum is relative to its own maximum, and they are added as they are: bring both sides to the common "
            "maximum first.",
        ),
        FunctionSlip(
            "first-block-not-counted",
            {ENTRY: first_block_not_counted},
            "The first block gives the maximum, and its scores are missing from the sum.",
        ),
        FunctionSlip(
            "first-block-counts-one",
            {ENTRY: first_block_counts_one},
            "The first block counts 1, its maximum's share alone: the sum runs over all of its scores.",
        ),
        FunctionSlip(
            "whole-blocks-skipped-alone",
            {ENTRY: whole_blocks_skipped_alone},
            "A block is skipped only where all of it is -inf: one row of it may be, and for this row -inf - (-inf) is NaN. Guard "
            "each row.",
        ),
        FunctionSlip(
            "blocks-with-hidden-skipped",
            {ENTRY: blocks_with_hidden_skipped},
            "A block is left out as soon as one of its scores is -inf; the others count.",
        ),
        FunctionSlip(
            "guarded-at-the-start-alone",
            {ENTRY: guarded_at_the_start_alone},
            "A block is taken relative to its own maximum, which may be -inf, and -inf - (-inf) is NaN: subtract 0 there.",
        ),
        FunctionSlip(
            "divided-at-the-end",
            {ENTRY: divided_at_the_end},
            "exp of the scores themselves is summed up, and the maximum comes off at the end: scores of 1e4 overflow, those of "
            "-1e4 vanish. Subtract the running maximum before exp.",
        ),
        Slip(
            "log-sum-exp",
            "return m, l",
            "return m, m + l.log()",
            "The second value is the log-sum-exp, m + log(l); the sum of exp(s - m) is asked for.",
        ),
        Slip(
            "not-rescaled",
            "l * (m - shift).exp()",
            "l",
            "The sum is not brought to the new maximum: multiply it by exp(m_old - m_new) before you add.",
        ),
        Slip(
            "rescaled-the-wrong-way",
            "(m - shift).exp()",
            "(shift - m).exp()",
            "The factor is exp(m_new - m_old), above 1; a sum under a lower maximum shrinks by exp(m_old - m_new).",
        ),
        Slip(
            "new-part-rescaled",
            "l * (m - shift).exp() + (s - shift[..., None]).exp().sum(dim=-1)",
            "l + (m - shift).exp() * (s - shift[..., None]).exp().sum(dim=-1)",
            "The factor exp(m_old - m_new) is applied to the new block's sum; it is the old sum that has to be brought to the "
            "new maximum.",
        ),
        Slip(
            "all-rescaled",
            "l * (m - shift).exp() + (s - shift[..., None]).exp().sum(dim=-1)",
            "(m - shift).exp() * (l + (s - shift[..., None]).exp().sum(dim=-1))",
            "The factor exp(m_old - m_new) is applied to both sums; the new block's is relative to the new maximum already.",
        ),
        Slip(
            "not-guarded",
            "m_new.masked_fill(m_new == -math.inf, 0.0)",
            "m_new",
            "Where only -inf has been read, the maximum is -inf, and -inf - (-inf) is NaN, which stays: subtract 0 there.",
        ),
        Slip(
            "maximum-from-zero",
            "torch.tensor(-math.inf)",
            "torch.tensor(0.0)",
            "The maximum starts at 0, which stays where all scores are below: start at -inf.",
        ),
        Slip(
            "last-block-alone",
            "l * (m - shift).exp() + (s",
            "(s",
            "The sum is that of the last block: what was summed up before is overwritten.",
        ),
        Slip(
            "maximum-of-the-last-block",
            "torch.maximum(m, s.amax(dim=-1))",
            "s.amax(dim=-1)",
            "The maximum is that of the present block; it has to be the largest of all that was read.",
        ),
        Slip(
            "mean-for-sum",
            ".sum(dim=-1)",
            ".mean(dim=-1)",
            "The exponentials of a block are averaged; they are summed.",
        ),
        Slip(
            "base-two",
            "l * (m - shift).exp() + (s - shift[..., None]).exp()",
            "l * (m - shift).exp2() + (s - shift[..., None]).exp2()",
            "Powers of 2 are summed; the denominator has exp, to the base e.",
        ),
        Slip("order", "return m, l", "return l, m", "The two values are exchanged: the maximum comes first."),
        Slip(
            "logarithm",
            "return m, l",
            "return m, l.log()",
            "The logarithm of the sum is returned; the sum itself is asked for.",
        ),
        Slip(
            "axis-kept",
            "return m, l",
            "return m[..., None], l[..., None]",
            "The last axis is kept, with length 1; the results have the shape of the rows, (...).",
        ),
        Slip(
            "sum-alone",
            "return m, l",
            "return l  # type: ignore[return-value]",
            "Only the sum is returned; (m, l) is asked for.",
        ),
        Slip(
            "one-maximum-for-all-rows",
            "m_new = torch.maximum(m, s.amax(dim=-1))",
            "m_new = torch.maximum(m, s.max().expand(s.shape[:-1]))",
            "One maximum is taken over all rows of a block; each row has its own, amax(dim=-1).",
        ),
        Slip(
            "largest-in-size",
            "s.amax(dim=-1)",
            "s.abs().amax(dim=-1)",
            "The largest absolute value is taken; the maximum counts signs.",
        ),
        Slip(
            "rescaled-where-all-rows-grow",
            "l * (m - shift).exp() +",
            "l * ((m - shift).exp() if bool((m_new > m).all()) else torch.tensor(1.0)) +",
            "The sum is rescaled only where the maxima of all rows grow: each row has its own factor.",
        ),
        Slip(
            "hidden-is-minus-1e4",
            "m_new = torch.maximum(m, s.amax(dim=-1))",
            "s = s.clamp(min=-1e4)\n        m_new = torch.maximum(m, s.amax(dim=-1))",
            "-inf is replaced by -1e4, or the like, which counts beside scores that are as low: keep -inf.",
        ),
        Slip(
            "scores-clamped",
            "m_new = torch.maximum(m, s.amax(dim=-1))",
            "s = s.clamp(max=50.0)\n        m_new = torch.maximum(m, s.amax(dim=-1))",
            "The scores are clamped (to 50, say, so that exp stays finite), and those beyond become equal: subtract the "
            "maximum instead.",
        ),
        Slip(
            "sum-not-shifted",
            "(s - shift[..., None]).exp()",
            "s.exp()",
            "The new block's exponentials are not relative to the maximum: exp(s - m_new).",
        ),
    ),
)
