"""How answers to `gpt-parameters` are judged."""

from collections.abc import Iterator

import torch

from reference_impls.llm.gpt_parameters.reference import gpt_parameters
from reference_impls.problem import Case, Draw, Law, Problem, Scenario, World, expect, sweep


def any_size(draw: Draw) -> tuple[int, int, int, int, bool]:
    """A small model; tied or not."""
    return draw.integer(1, 9), draw.integer(1, 30), draw.integer(31, 99), draw.integer(2, 25), draw.integer(0, 1) == 1


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield Case("width one", (1, 1, 7, 3))
    yield Case("all sizes one", (1, 1, 1, 1))
    yield Case("one block, tied by default", (1, draw.integer(5, 9), draw.integer(21, 29), draw.integer(11, 15)))
    yield Case(
        "one block, not tied", (1, draw.integer(5, 9), draw.integer(21, 29), draw.integer(11, 15)), {"tied": False}
    )
    yield Case("five blocks", (5, draw.integer(30, 40), draw.integer(100, 200), draw.integer(50, 70)))
    yield Case("tied, by position", (4, draw.integer(30, 40), draw.integer(100, 200), draw.integer(50, 70), True))
    yield Case("not tied, by position", (3, draw.integer(30, 40), draw.integer(100, 200), draw.integer(50, 70), False))
    yield Case("a context longer than the vocabulary", (2, draw.integer(12, 19), 26, draw.integer(300, 400)))
    yield Case("GPT-2 small", (12, 768, 50257, 1024))
    yield Case("GPT-2 XL, not tied", (48, 1600, 50257, 1024), {"tied": False})
    yield sweep("gpt_parameters", any_size, calls=20)


def is_an_int(world: World, draw: Draw) -> None:
    for tied in (True, False):
        value = world.call("gpt_parameters", 2, draw.integer(3, 9), 31, 8, tied)
        whole = "int" in type(value).__name__ or "int" in str(getattr(value, "dtype", ""))
        expect(whole, f"the number of parameters is an int, not {value!r}", f"float, tied={tied}")


PROBLEM = Problem(
    id="gpt-parameters",
    entries=(gpt_parameters,),
    cases=cases,
    laws=(Law("the result is an int", is_an_int),),
    dtypes=(torch.float32,),
    grad=False,
)
