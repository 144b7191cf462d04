"""How answers to `film` are judged."""

from collections.abc import Iterator

from reference_impls.conditioning.film.reference import film
from reference_impls.problem import Case, Draw, Problem


def cases(draw: Draw) -> Iterator[Case]:
    def inputs(B: int, C: int, H: int, W: int, scale: float = 1.0) -> tuple[object, ...]:
        return draw.normal(B, C, H, W, scale=scale), draw.normal(B, C), draw.normal(B, C)

    yield Case("one sample, two channels", inputs(1, 2, 2, 3))
    yield Case("a batch", inputs(3, 2, 4, 5))
    yield Case("one pixel", inputs(2, 3, 1, 1))
    yield Case("one channel", inputs(3, 1, 2, 4))
    yield Case("one row", inputs(2, 5, 1, 3))
    yield Case("as many channels as columns", inputs(2, 4, 3, 4))
    yield Case("as many samples as rows", inputs(3, 2, 3, 2))
    yield Case("all sizes alike", inputs(3, 3, 3, 3))
    yield Case("large features", inputs(2, 3, 4, 2, scale=100.0))
    yield Case("no scale", (draw.normal(2, 3, 2, 4), draw.floating([[0.0] * 3] * 2), draw.normal(2, 3)))
    named = {"beta": draw.normal(2, 3), "gamma": draw.normal(2, 3)}
    yield Case("by name", (draw.normal(2, 3, 4, 5),), named)


PROBLEM = Problem(id="film", entries=(film,), cases=cases)
