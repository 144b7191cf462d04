"""How answers to `ddim-step` are judged."""

from collections.abc import Iterator

from reference_impls.diffusion.ddim_step.reference import ddim_step
from reference_impls.problem import Case, Draw, Law, Problem, World, expect_close


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one value, deterministic", (draw.normal(1), draw.normal(1), 0.25, 0.64))
    shape = (2, 3, 4, 5)
    x_t, eps, z = draw.normal(*shape), draw.normal(*shape), draw.normal(*shape)
    yield Case("images, deterministic", (x_t, eps, 0.37, 0.58))
    yield Case("eta 1", (x_t, eps, 0.37, 0.58, 1.0, z))
    yield Case("eta between 0 and 1", (x_t, eps, 0.12, 0.71), {"eta": 0.4, "z": z})
    yield Case("eta 0 ignores z", (x_t, eps, 0.45, 0.8, 0.0, z))
    level_t, level_prev = draw.floating(0.31), draw.floating(0.83)
    yield Case("levels as 0-d tensors", (x_t, eps, level_t, level_prev, 0.7, z))
    yield Case("levels as 0-d tensors, deterministic", (x_t, eps, level_prev * 0.5, level_prev))
    yield Case("last step, to ab 1", (x_t, eps, 0.9, 1.0))
    yield Case("last step, to ab 1, eta 1", (x_t, eps, draw.floating(0.9), draw.floating(1.0), 1.0, z))
    row, row_eps, row_z = draw.normal(3, 7), draw.normal(3, 7), draw.normal(3, 7)
    yield Case("from nearly pure noise", (row, row_eps, 0.004, 0.02, 0.5, row_z))
    yield Case("neighbouring levels", (row, row_eps, 0.90, 0.92, 1.0, row_z))


def lands_on_the_next_level(world: World, draw: Draw) -> None:
    """With the true noise as prediction the clean image is kept: x_prev mixes the same x0 and eps, at ab_prev."""
    x0, eps = draw.normal(4, 6), draw.normal(4, 6)
    x_prev = world.call("ddim_step", 0.3**0.5 * x0 + 0.7**0.5 * eps, eps, 0.3, 0.75)
    expect_close(
        x_prev, 0.75**0.5 * x0 + 0.25**0.5 * eps, "the true noise must lead to the same x0 at ab_prev", "off-line"
    )


PROBLEM = Problem(
    id="ddim-step",
    entries=(ddim_step,),
    cases=cases,
    laws=(Law("a perfect prediction stays on the path of its x0", lands_on_the_next_level),),
    grad=False,
)
