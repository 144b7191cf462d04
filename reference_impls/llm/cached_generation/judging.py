"""How answers to `cached-generation` are judged."""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.llm.cached_generation.reference import generate
from reference_impls.problem import Draw, Observation, Problem, Scenario, World

VOCABULARY = 7


class Scripted:
    """A model whose next tokens are written down, one row of them for each row of the batch.

    Its cache is the tokens it has seen. Logits of places in the prompt point elsewhere, and a second choice is close behind.
    One that counts knows by itself how many tokens it has heard, and says the same without its cache.
    """

    def __init__(self, draw: Draw, T: int, script: list[list[int]], *, counts: bool = False) -> None:
        self.T, self.script = T, script
        self.counts, self.heard = counts, 0
        self.noise = draw.uniform(len(script), T + 60, VOCABULARY, high=0.5)
        self.prompt = draw.integers(0, VOCABULARY, len(script), T)

    def __call__(self, ids: Tensor, cache: Tensor | None) -> tuple[Tensor, Tensor]:
        """Logits of each new place; what was said before moves them a little, too little to change a choice."""
        before = self.heard if self.counts else 0 if cache is None else cache.shape[1]
        self.heard += ids.shape[1]
        seen = ids if cache is None else torch.cat([cache, ids], dim=1)
        logits = self.noise[: len(ids), before : before + ids.shape[1]].clone()
        for row, script in enumerate(self.script[: len(ids)]):
            for t in range(ids.shape[1]):
                place = before + t - (self.T - 1)
                best = script[place] if 0 <= place < len(script) else (place + 3 * row) % VOCABULARY
                logits[row, t, best] += 2.0
                logits[row, t, (best + 1) % VOCABULARY] += 1.0
        return logits, seen


def generated(
    name: str, T: int, script: list[list[int]], max_new: int, eos: int | None = None, *, counts: bool = False
) -> Scenario:
    """The result, and every call of the model with ids and cache."""

    def steps(world: World, draw: Draw) -> Iterator[Observation]:
        model = Scripted(draw, T, script, counts=counts)
        if eos is not None and name.endswith("in the prompt"):
            model.prompt[:, 0] = eos
            model.prompt[:, -1] = eos
        spy = world.spy(model)
        extra = {} if eos is None else {"eos": eos}
        yield "the tokens", world.call("generate", spy, model.prompt, max_new, **extra)
        yield "the number of calls of the model", len(spy.calls)
        for number, call in enumerate(spy.calls, start=1):
            ids, cache = (*call.args, *call.kwargs.values(), None, None)[:2]
            yield f"the ids of call {number}", ids
            yield f"the cache of call {number}", "None" if cache is None else cache

    return Scenario(name, steps)


def cases(draw: Draw) -> Iterator[Scenario]:
    a, b, c, d, e, f, g = draw.permutation(VOCABULARY)
    yield generated("one row, one token", 3, [[a]], 1)
    yield generated("one row, four tokens", 2, [[a, b, c, d]], 4)
    yield generated("a prompt of one token", 1, [[b, c, a]], 3)
    yield generated("three rows", 4, [[a, b, c], [d, e, f], [g, a, d]], 3)
    yield generated("as many rows as tokens in the prompt", 2, [[a, b, b], [c, d, a]], 3)
    yield generated("eos ends a row", 3, [[a, b, e, c, d]], 5, eos=e)
    yield generated("eos at once", 3, [[e, a, b]], 3, eos=e)
    yield generated("rows end at different times", 2, [[a, e, b, c, d, a], [b, c, d, e, a, c]], 6, eos=e)
    yield generated("the last row ends first", 3, [[a, b, c, e, a], [e, d, a, b, c], [c, a, e, b, d]], 5, eos=e)
    yield generated("one row never ends", 2, [[a, e, b, c], [b, c, d, a]], 4, eos=e)
    yield generated("all end in the last step", 3, [[a, b, e], [c, d, e]], 3, eos=e)
    yield generated("all end together", 2, [[a, e, b, c], [c, e, a, d]], 4, eos=e)
    yield generated("eos is 0", 3, [[3, 0, 2, 4, 1], [5, 1, 4, 0, 2]], 5, eos=0)
    yield generated("eos in the prompt", 4, [[a, b, c, e], [b, c, e, a]], 4, eos=e)
    yield generated("no eos is given: every token counts", 2, [[a, e, b, 0], [0, e, c, a]], 4)
    apart = [[a, e, b, c, d, a], [b, c, d, e, a, c]]
    yield generated("rows end one by one, and the model counts its calls", 2, apart, 6, eos=e, counts=True)
    yield generated("an eos that never comes", 3, [[a, b, c], [b, c, a]], 3, eos=e)


PROBLEM = Problem(
    id="cached-generation",
    entries=(generate,),
    cases=cases,
    dtypes=(torch.float32,),
    grad=False,
)
