"""How answers to `perplexity` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.llm.perplexity.reference import perplexity
from reference_impls.problem import Case, Draw, Problem


def padded(draw: Draw, lengths: tuple[int, ...], T: int, V: int, pad: int) -> Tensor:
    """Targets of sequences of these lengths, `pad` after their ends; where it is a token, it is none of the others."""
    targets = draw.integers(0, V, len(lengths), T)
    if 0 <= pad < V:
        targets = torch.where(targets == pad, (pad + 1) % V, targets)
    return torch.where(torch.arange(T) < torch.tensor(lengths)[:, None], targets, pad)


def one_surprise(draw: Draw) -> tuple[Tensor, Tensor]:
    """Logits up to 1e4, a row's entries at least 800 apart; 39 of 40 kept targets are certain, one costs 800 nats.

    Every sum is exact in float32, and the means of 20 nats, or of 80 in its sequence, are far from overflow: only shortcuts
    fail.
    """
    B, T, V = 4, 12, 5
    levels = torch.tensor([8000.0, -8000.0, 0.0])[torch.arange(B * T) % 3].reshape(B, T, 1)
    order = torch.tensor([draw.permutation(V) for _ in range(B * T)]).reshape(B, T, V)
    targets = order.argmax(dim=-1)  # (B,T)
    targets[1, 3] = order[1, 3].tolist().index(V - 2)
    targets[:, 10:] = -100
    return draw.floating(levels + 800.0 * (order - V // 2)), targets


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one sequence, all kept", (draw.normal(1, 2, 3), draw.integers(0, 3, 1, 2)))
    lengths = draw.normal(3, 6, 5, scale=2.0), padded(draw, (6, 1, 3), 6, 5, -100)
    yield Case("sequences of different lengths", lengths)
    yield Case("padding with token 0", (draw.normal(3, 5, 4, scale=2.0), padded(draw, (2, 5, 3), 5, 4, 0), 0))
    last = draw.normal(2, 7, 6), padded(draw, (4, 6), 7, 6, 5)
    yield Case("padding with the last token", last, {"ignore_index": 5})
    targets = torch.tensor([[-100, 2, 0, -100, 1], [0, -100, -100, 3, 0], [-100, -100, 1, -100, -100]])
    yield Case("ignored before and between the kept", (draw.normal(3, 5, 4, scale=2.0), targets))
    yield Case("a sequence that is ignored", (draw.normal(3, 4, 5), padded(draw, (4, 0, 2), 4, 5, -100)))
    one = torch.tensor([[-100, -100, -100], [-100, draw.integer(0, 3), -100]])
    yield Case("one token is kept", (draw.normal(2, 3, 4), one))
    yield Case("as many positions as classes", (draw.normal(2, 4, 4, scale=2.0), padded(draw, (4, 3), 4, 4, -100)))
    level = draw.normal(2, 5, 1, scale=3.0).expand(2, 5, 7).clone()
    yield Case("equal logits: the size of the vocabulary", (level, padded(draw, (5, 2), 5, 7, -100)))
    yield Case(
        "a mean of thirty nats", (draw.floating([[[30.0, 0.0, -5.0], [0.0, 30.0, -9.0]]]), torch.tensor([[1, 0]]))
    )
    yield Case("logits near 1e4", one_surprise(draw))


PROBLEM = Problem(
    id="perplexity",
    entries=(perplexity,),
    cases=cases,
)
