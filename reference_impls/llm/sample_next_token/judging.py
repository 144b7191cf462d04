"""How answers to `sample-next-token` are judged."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import torch
from torch import Tensor

from reference_impls.llm.sample_next_token.reference import sample_next_token
from reference_impls.problem import UNKNOWN, Case, Draw, Law, Problem, World, expect

ENTRY = "sample_next_token"

DRAWS = 1200
"""Rows with the same logits in one call of a law; a frequency is then known to within 0.09."""

CALLS = 60
"""Calls with a single row."""

ROWS = torch.tensor([[0.10, 0.40, 0.02, 0.18, 0.05, 0.25], [0.18, 0.14, 0.22, 0.10, 0.20, 0.16]], dtype=torch.float64)
"""A steep and a flat distribution, both unsorted. Nuclei at 0.7 of 3 and 4 tokens, no partial sum near a threshold."""


def token_accepted(got: Any, want: Tensor) -> str | None:
    """Integers of the shape (B,), whatever holds them."""
    try:
        value = torch.as_tensor(got)
    except (TypeError, ValueError, RuntimeError):
        return f"the result is a {type(got).__name__}, expected {len(want)} integers"
    if value.shape != want.shape:
        return f"the result has shape {tuple(value.shape)}, expected {tuple(want.shape)}"
    if value.is_floating_point() or value.is_complex() or value.dtype == torch.bool:
        return f"the tokens are {str(value.dtype).removeprefix('torch.')}, expected integers"
    wrong = (value != want).nonzero().flatten().tolist()
    return f"row {wrong[0]} gives token {int(value[wrong[0]])}, expected {int(want[wrong[0]])}" if wrong else None


def cases(draw: Draw) -> Iterator[Case]:
    case = partial(Case, accept=token_accepted)
    yield case("temperature 0", (draw.normal(3, 5),), {"temperature": 0.0})
    yield case("temperature 0, one row", (draw.normal(1, 6), 0))
    yield case("temperature 0 before both filters", (draw.normal(30, 7), 0.0, 3, 0.9))


def only_the_most_likely(world: World, logits: Tensor, what: str, **settings: Any) -> None:
    """Raises: Broken unless every row gives its most likely token."""
    complaint = token_accepted(world.call(ENTRY, logits, **settings), logits.argmax(dim=-1))
    expect(complaint is None, f"with {what} {complaint}", what)


def filters_to_one_token(world: World, draw: Draw) -> None:
    """Settings that leave one token. (A wrong answer is right by chance in 30 rows with less than 1e-5.)"""
    only_the_most_likely(world, draw.normal(30, 7), "top_k 1", temperature=1.3, top_k=1)
    only_the_most_likely(world, draw.normal(1, 7), "top_k 1 and one row", top_k=1)
    only_the_most_likely(world, draw.normal(30, 7), "top_p below every top probability", top_p=0.05)
    only_the_most_likely(world, draw.normal(30, 7), "top_p 0, which keeps the most likely,", temperature=0.8, top_p=0.0)


def temperature_of_zero(world: World, draw: Draw) -> None:
    """The limit itself, not a low temperature: one of 1e-4 still draws among logits as near as these."""
    near = torch.stack([torch.tensor(draw.permutation(7)) for _ in range(60)]) / 2**13
    only_the_most_likely(world, draw.floating(near), "temperature 0 and logits a ten-thousandth apart", temperature=0.0)


def large_logits(world: World, draw: Draw) -> None:
    """Logits so far apart that one token has all the probability; exp of them overflows."""
    apart = torch.stack([torch.tensor(draw.permutation(9)) for _ in range(30)])
    only_the_most_likely(world, draw.floating(100.0 * apart + 5000), "logits near 5000")
    only_the_most_likely(world, draw.floating(apart), "temperature 0.01", temperature=0.01, top_k=4, top_p=0.95)


def normalised(p: Tensor) -> Tensor:
    return p / p.sum(dim=-1, keepdim=True)


def tempered(p: Tensor, temperature: float) -> Tensor:
    return normalised(p ** (1 / temperature))


def top_k_of(p: Tensor, k: int) -> Tensor:
    """The k most likely tokens, renormalised."""
    rank = (p[:, None, :] > p[:, :, None]).sum(dim=-1)  # how many are more likely
    return normalised(p * (rank < k))


def mass_above(p: Tensor) -> Tensor:
    """For each token, the probability of the more likely ones."""
    return (p[:, None, :] * (p[:, None, :] > p[:, :, None])).sum(dim=-1)


def nucleus_of(p: Tensor, top_p: float) -> Tensor:
    """The tokens before and at the crossing of top_p, renormalised."""
    return normalised(p * (mass_above(p) < top_p))


def without_crossing(p: Tensor, top_p: float) -> Tensor:
    """The nucleus with the token that crosses top_p left out."""
    above = mass_above(p)
    return normalised(p * ((above + p <= top_p) | (above == 0)))


def greedy(p: Tensor) -> Tensor:
    return top_k_of(p, 1)


def counted(world: World, p: Tensor, **settings: Any) -> Tensor:
    """How often each token is drawn from each row of p; the rows alternate, with offsets that mean nothing."""
    rows, width = p.shape
    offsets = torch.linspace(-3, 4, rows, dtype=torch.float64)[:, None]
    tokens = torch.as_tensor(world.call(ENTRY, (p.log() + offsets).float().repeat(DRAWS, 1), **settings))
    expect(
        tokens.shape == (rows * DRAWS,), f"the result has shape {tuple(tokens.shape)} for {rows * DRAWS} rows", "shape"
    )
    whole = tokens.long()
    expect(bool(((whole >= 0) & (whole < width)).all()), f"a token is outside 0..{width - 1}", "range")
    return torch.stack([torch.bincount(whole[row::rows], minlength=width) for row in range(rows)])


def follows(counts: Tensor, p: Tensor) -> bool:
    """Whether the counts can come from p; six standard errors and four, since small counts are skewed (1e-7 in a grade)."""
    spread = (DRAWS * p * (1 - p)).sqrt()
    return bool(((counts - DRAWS * p).abs() <= 6 * spread + 4 * (p > 0)).all())


def distributed(counts: Tensor, right: Tensor, what: str, wrong: Sequence[tuple[str, Tensor]] = ()) -> None:
    """Raises: Broken, with the name of the wrong distribution that fits, unless the counts follow the right one."""
    if follows(counts, right):
        return
    usual = [("uniform over what is left", normalised((right > 0).double()))]
    name = next((name for name, p in [*wrong, *usual] if follows(counts, p)), UNKNOWN)
    row = int((counts - DRAWS * right).abs().amax(dim=1).argmax())
    shown = " ".join(f"{share:.2f}" for share in (counts[row] / DRAWS).tolist())
    wanted = " ".join(f"{share:.2f}" for share in right[row].tolist())
    expect(False, f"{what}: tokens 0, 1, ... come with frequencies {shown}, expected {wanted} (yours is {name})", name)


def rolled(draw: Draw) -> Tensor:
    """The two rows with their tokens renamed."""
    return torch.stack([row.roll(draw.integer(0, 5)) for row in ROWS])


def plain_softmax(world: World, draw: Draw) -> None:
    p = rolled(draw)
    counts = [counted(world, p) for _ in range(3)]
    distributed(counts[0], p, "without filters", [("the argmax", greedy(p))])
    off = sum(float(((one - DRAWS * p).square() / (DRAWS * p)).sum()) for one in counts)
    message = "the frequencies are exact, as those of evenly spaced numbers are: draw for each row by itself"
    expect(off > 4, message, "exact")  # chi-squared with 30 degrees of freedom: less has a chance of 4e-9


def one_row_call_by_call(world: World, draw: Draw) -> None:
    """The draws are fresh in every call, and a row alone has as many places as one of many. (All alike: below 1e-23.)"""
    calls = world.repeat(CALLS, ENTRY, rolled(draw)[:1].log().float())
    tokens = {int(torch.as_tensor(call).flatten()[0]) for call in calls}
    expect(len(tokens) > 1, f"one row gives the same token in all of {CALLS} calls", "one-row")


def temperature_divides(world: World, draw: Draw) -> None:
    p = rolled(draw)
    for temperature in (0.5, 2.5):
        counts = counted(world, p, temperature=temperature)
        wrong = [
            ("the softmax without the temperature", p),
            ("the softmax of the logits times the temperature", tempered(p, 1 / temperature)),
            ("the argmax", greedy(p)),
        ]
        distributed(counts, tempered(p, temperature), f"temperature {temperature}", wrong)


def top_k_keeps_k(world: World, draw: Draw) -> None:
    p = rolled(draw)
    for k in (2, 4):
        wrong = [
            ("that of k - 1 tokens", top_k_of(p, k - 1)),
            ("that of k + 1 tokens", top_k_of(p, k + 1)),
            ("that of all tokens", p),
        ]
        distributed(counted(world, p, top_k=k), top_k_of(p, k), f"top_k {k}", wrong)


def large_k_keeps_all(world: World, draw: Draw) -> None:
    p = rolled(draw)
    for k in (6, 9):
        wrong = [("that without the least likely token", top_k_of(p, 5))]
        distributed(counted(world, p, top_k=k), p, f"top_k {k} of 6 tokens", wrong)


def nucleus_reaches_p(world: World, draw: Draw) -> None:
    p = rolled(draw)
    cumulated = p.cumsum(dim=-1) - p
    wrong = [
        ("that without the token that crosses top_p", without_crossing(p, 0.7)),
        ("that of all tokens", p),
        ("that of a nucleus in the order of the indices", normalised(p * (cumulated < 0.7))),
    ]
    distributed(counted(world, p, top_p=0.7), nucleus_of(p, 0.7), "top_p 0.7", wrong)


def temperature_comes_before_the_nucleus(world: World, draw: Draw) -> None:
    p = rolled(draw)
    counts = counted(world, p, temperature=0.5, top_p=0.7)
    wrong = [("that of a nucleus before the temperature", tempered(nucleus_of(p, 0.7), 0.5))]
    distributed(counts, nucleus_of(tempered(p, 0.5), 0.7), "temperature 0.5 and top_p 0.7", wrong)


def nucleus_is_taken_of_the_top_k(world: World, draw: Draw) -> None:
    p = rolled(draw)
    counts = counted(world, p, top_k=4, top_p=0.85)
    wrong = [
        ("that of a nucleus of all tokens, not of the renormalised k", top_k_of(nucleus_of(p, 0.85), 4)),
        ("that of top-k alone", top_k_of(p, 4)),
        ("that of the nucleus alone", nucleus_of(p, 0.85)),
    ]
    distributed(counts, nucleus_of(top_k_of(p, 4), 0.85), "top_k 4 and top_p 0.85", wrong)


def all_three_together(world: World, draw: Draw) -> None:
    p = rolled(draw)
    counts = counted(world, p, temperature=0.5, top_k=3, top_p=0.8)
    distributed(counts, nucleus_of(top_k_of(tempered(p, 0.5), 3), 0.8), "temperature 0.5, top_k 3, top_p 0.8")


PROBLEM = Problem(
    id="sample-next-token",
    entries=(sample_next_token,),
    cases=cases,
    laws=(
        Law("filters that leave one token", filters_to_one_token),
        Law("temperature 0 decides between close logits", temperature_of_zero),
        Law("large logits and a low temperature", large_logits),
        Law("the frequencies are the softmax", plain_softmax),
        Law("one row does not always give the same token", one_row_call_by_call),
        Law("the temperature divides the logits", temperature_divides),
        Law("top-k keeps the k most likely", top_k_keeps_k),
        Law("top-k with k >= V keeps all", large_k_keeps_all),
        Law("top-p keeps the tokens up to the one that crosses p", nucleus_reaches_p),
        Law("the temperature comes before the nucleus", temperature_comes_before_the_nucleus),
        Law("the nucleus is that of the renormalised top-k", nucleus_is_taken_of_the_top_k),
        Law("temperature, top-k and top-p together", all_three_together),
    ),
    grad=False,
)
