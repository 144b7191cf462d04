"""How answers to `speculative-decoding` are judged."""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from reference_impls.llm.speculative_decoding.reference import speculative_accept
from reference_impls.problem import Case, Draw, Observation, Problem, Scenario, World


def inputs(draw: Draw, V: int, accepted: Sequence[bool]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Distributions, drafts and numbers by which the drafts, each for itself, are accepted as it says, by a clear margin.

    Accepted ones are as often likelier under p as under q; a rejection leaves more than a tenth of p to be drawn from.
    """
    n = len(accepted)
    while True:
        p, q = (torch.softmax(1.2 * draw.normal(rows, V).double(), dim=-1) for rows in (n + 1, n))
        rest = (p[:-1] - q).clamp(min=0).sum(dim=-1)
        if bool((rest > 0.1).all()):
            break
    ratios = p[:-1] / q
    drafts, u = [], []
    for row, is_accepted in zip(ratios.tolist(), accepted, strict=True):
        above, below = ([i for i in range(V) if (row[i] > 1) is likelier] for likelier in (True, False))
        token = draw.choice(draw.choice((above, below)) if is_accepted else [i for i in below if row[i] < 0.95])
        least, most = (0.05, 0.9 * min(row[token], 1.0)) if is_accepted else (1.04 * row[token], 0.9999)
        drafts.append(token)
        u.append(least + draw.real(0, 1) * (most - least) if least < most else most)
    return draw.floating(p), draw.floating(q), torch.tensor(drafts), draw.floating(u)


def case(draw: Draw, name: str, V: int, accepted: str) -> Case:
    """A case in which the drafts are accepted (+) or not (-) by themselves."""
    return Case(name, inputs(draw, V, [mark == "+" for mark in accepted]))


def many(world: World, draw: Draw) -> Iterator[Observation]:
    """Random numbers of drafts, most of which are accepted."""
    for number in range(20):
        accepted = [draw.integer(0, 3) > 0 for _ in range(draw.integer(1, 5))]
        marks = "".join("+" if each else "-" for each in accepted)
        args = inputs(draw, draw.integer(3, 7), accepted)
        yield f"call {number}, drafts {marks}", world.call("speculative_accept", *args)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield case(draw, "one draft, accepted", 3, "+")
    yield case(draw, "one draft, rejected", 3, "-")
    yield case(draw, "all are accepted", 5, "++++")
    yield case(draw, "the first is rejected", 6, "-+++")
    yield case(draw, "the last is rejected", 5, "++-")
    yield case(draw, "one in the middle is rejected", 4, "++-++")
    yield case(draw, "two are rejected", 5, "+-+-")
    yield case(draw, "all are rejected", 4, "---")
    yield case(draw, "as many drafts as tokens", 4, "++-+")
    yield case(draw, "two tokens", 2, "+-")
    yield case(draw, "many drafts", 9, "+" * 14)
    p = draw.floating([[0.5, 0.25, 0.25], [0.125, 0.5, 0.375], [0.25, 0.625, 0.125]])
    q = draw.floating([[0.25, 0.5, 0.25], [0.5, 0.25, 0.25]])
    yield Case("u = 0", (p, q, torch.tensor([1, 0]), draw.floating([0.0, 0.0])))
    impossible = draw.floating([[0.5, 0.0, 0.5], [0.125, 0.5, 0.375], [0.25, 0.625, 0.125]])
    yield Case("u = 0, a token that p never gives", (impossible, q, torch.tensor([1, 0]), draw.floating([0.0, 0.0])))
    apart = draw.floating([[0.0, 1.0, 0.0, 0.0], [0.25, 0.25, 0.25, 0.25]])
    yield Case(
        "nothing in common", (apart, draw.floating([[0.5, 0.0, 0.5, 0.0]]), torch.tensor([2]), draw.floating([0.3]))
    )
    same = draw.floating([[0.5, 0.125, 0.375], [0.25, 0.25, 0.5], [0.25, 0.625, 0.125]])
    yield Case("both models agree", (same, same[:2].clone(), torch.tensor([2, 0]), draw.floating([0.97, 0.6])))
    yield Scenario("many calls", many)


PROBLEM = Problem(
    id="speculative-decoding",
    entries=(speculative_accept,),
    cases=cases,
    grad=False,  # one decodes under no_grad
)
