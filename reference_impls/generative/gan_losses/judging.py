"""How answers to `gan-losses` are judged."""

from collections.abc import Iterator

from reference_impls.generative.gan_losses.reference import gan_losses
from reference_impls.problem import Case, Draw, Problem


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one of each", (draw.floating([1.2]), draw.floating([-0.4])))
    yield Case("batches", (draw.normal(5, mean=1.0), draw.normal(5, mean=-0.5)))
    yield Case("batches of different sizes", (draw.normal(3, mean=0.5), draw.normal(7)))
    yield Case("a column", (draw.normal(4, 1), draw.normal(4, 1, scale=2.0)))
    yield Case("maps of patches", (draw.normal(2, 1, 3, 2), draw.normal(2, 1, 3, 2, mean=-1.0)))
    yield Case("numbers without axes", (draw.floating(0.3), draw.floating(0.8)))
    yield Case("undecided", (draw.floating([0.0, 0.0, 0.0]), draw.floating([0.0, 0.0])), grad=False)
    yield Case("a good discriminator", (draw.uniform(6, low=3.0, high=6.0), draw.uniform(6, low=-6.0, high=-3.0)))
    yield Case("a bad discriminator", (draw.uniform(6, low=-6.0, high=-3.0), draw.uniform(6, low=3.0, high=6.0)))
    sure = draw.floating([300.0, 1e4, 50.0]), draw.floating([-500.0, -1e4, -80.0])
    yield Case("a discriminator that is sure and right", sure)
    wrong = draw.floating([-300.0, -1e4, -50.0]), draw.floating([500.0, 1e4, 80.0])
    yield Case("a discriminator that is sure and wrong", wrong)
    yield Case("wide logits", (draw.normal(9, scale=8.0), draw.normal(4, scale=8.0)))


PROBLEM = Problem(
    id="gan-losses",
    entries=(gan_losses,),
    cases=cases,
)
