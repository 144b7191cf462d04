"""How answers to `v-prediction` are judged."""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.diffusion.v_prediction.reference import from_v, to_v
from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, Problem


def case(name: str, entry: str, draw: Draw, shape: tuple[int, ...], alpha_bar: float | Tensor) -> Case:
    """Two tensors of different scale that leave [-1, 1]; no gradient is asked of the level."""
    inputs = (draw.normal(*shape, mean=0.4, scale=1.5), draw.normal(*shape))
    return Case(name, (*inputs, alpha_bar), entry=entry, constant=("alpha_bar",))


def cases(draw: Draw) -> Iterator[Case]:
    yield case("to_v, one value", "to_v", draw, (1,), 0.25)
    yield case("from_v, one value", "from_v", draw, (1,), 0.3)
    yield case("to_v, images", "to_v", draw, (2, 3, 4, 5), 0.37)
    yield case("from_v, images", "from_v", draw, (2, 3, 4, 5), 0.71)
    yield case("to_v, a 0-d tensor", "to_v", draw, (3, 4), draw.floating(0.62))
    yield case("from_v, a 0-d tensor", "from_v", draw, (4, 3), draw.floating(0.16))
    yield case("to_v, a row", "to_v", draw, (7,), 0.83)
    yield case("from_v, a row", "from_v", draw, (6,), 0.9)
    yield case("to_v, nearly clean", "to_v", draw, (3, 2), 0.99)
    yield case("from_v, nearly clean", "from_v", draw, (2, 5), 0.985)
    yield case("to_v, nearly pure noise", "to_v", draw, (2, 5), 0.004)
    yield case("from_v, nearly pure noise", "from_v", draw, (5, 2), draw.floating(0.006))
    yield case("to_v, half and half", "to_v", draw, (3, 3), 0.5)
    yield case("from_v, half and half", "from_v", draw, (3, 3), 0.5)
    large = draw.normal(2, 3, scale=30.0), draw.normal(2, 3, scale=20.0)
    yield Case("to_v, large values", (*large, 0.4), entry="to_v", constant=("alpha_bar",))
    yield Case("from_v, large values", (*large, 0.6), entry="from_v", constant=("alpha_bar",))


PROBLEM = Problem(
    id="v-prediction",
    entries=(to_v, from_v),
    cases=cases,
    tolerances=FLOAT32_EVERYWHERE,
)
