"""How answers to `vit-patch-embed` are judged."""

from collections.abc import Callable, Iterator

from torch import Tensor

from reference_impls.problem import Draw, Observation, Problem, Scenario, World, module_case
from reference_impls.transformers.vit_patch_embed.reference import PatchEmbed

ENTRY = "PatchEmbed"


def images(B: int, C: int, size: int, scale: float = 1.0) -> Callable[[Draw], Tensor]:
    """Square images of this batch, channels and side."""
    return lambda draw: draw.normal(B, C, size, size, scale=scale)


def parameters(world: World, draw: Draw) -> Iterator[Observation]:
    """Names and shapes of what is learned, and that all of it learns."""
    built = world.new(ENTRY, 8, 4, 3, 5)
    state = world.state(built)
    yield "names in the state_dict", sorted(state)
    for name in ("proj.weight", "proj.bias"):
        yield f"the shape of {name}", list(state[name].shape) if name in state else "missing"


def cases(draw: Draw) -> Iterator[Scenario]:
    yield Scenario("what is learned", parameters)
    yield module_case("four patches of two by two", ENTRY, (4, 2, 1, 3), images(1, 1, 4))
    yield module_case("a batch of color images", ENTRY, (8, 4, 3, 5), images(2, 3, 8))
    yield module_case("patches of three by three", ENTRY, (9, 3, 2, 4), images(3, 2, 9))
    yield module_case("one patch", ENTRY, (4, 4, 3, 6), images(2, 3, 4))
    yield module_case("patches of one pixel", ENTRY, (3, 1, 2, 4), images(2, 2, 3))
    yield module_case("as many channels as features", ENTRY, (6, 3, 4, 4), images(2, 4, 6))
    yield module_case("as many patches as features", ENTRY, (4, 2, 3, 4), images(4, 3, 4))
    yield module_case("large values", ENTRY, (4, 2, 3, 5), images(2, 3, 4, scale=50.0))


PROBLEM = Problem(id="vit-patch-embed", entries=(PatchEmbed,), cases=cases)
