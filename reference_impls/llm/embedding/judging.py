"""How answers to `embedding` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.llm.embedding.reference import embedding
from reference_impls.problem import Case, Draw, Problem


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two ids", (torch.tensor([2, 0]), draw.normal(3, 2)))
    yield Case("a batch of sequences", (draw.integers(0, 7, 2, 5), draw.normal(7, 4)))
    yield Case("an id that repeats", (torch.tensor([[1, 1, 3], [1, 0, 3]]), draw.normal(5, 3)))
    yield Case("a padding row", (torch.tensor([[4, 2, 1, 1], [3, 1, 1, 1]]), draw.normal(6, 3), 1))
    yield Case("padding by name", (torch.tensor([[0, 2, 4], [4, 4, 1]]), draw.normal(5, 2)), {"padding_idx": 4})
    yield Case("padding row 0", (torch.tensor([0, 3, 0, 2]), draw.normal(4, 3), 0))
    yield Case("a padding row that doesn't occur", (torch.tensor([0, 3, 1, 3]), draw.normal(5, 3), 2))
    yield Case("nothing but padding", (torch.tensor([[2, 2]]), draw.normal(4, 3), 2))
    yield Case("a single id", (torch.tensor(3), draw.normal(5, 4)))
    yield Case("four axes of ids", (draw.integers(0, 6, 2, 1, 3, 2), draw.normal(6, 3), 5))
    yield Case("as many tokens as channels", (draw.integers(0, 4, 4), draw.normal(4, 4)))
    yield Case("no ids", (torch.zeros(2, 0, dtype=torch.long), draw.normal(4, 3)))
    yield Case("int32", (draw.integers(0, 5, 3, 2).to(torch.int32), draw.normal(5, 3), 3))


PROBLEM = Problem(id="embedding", entries=(embedding,), cases=cases)
