"""How answers to `ddim-sample` are judged."""

from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import Broken, Draw, Law, Observation, Problem, Ref, Scenario, World, expect, expect_close
from reference_impls.sampling.ddim_sample.reference import ddim_sample

ENTRY = "ddim_sample"


def schedule(draw: Draw, T: int) -> Tensor:
    """Uneven levels from clearly below 1 down to 0.03, so that no two of them can stand for each other."""
    weights = draw.uniform(T, low=0.5, high=1.5).double()
    return draw.floating((-0.1 - 3.4 * weights.cumsum(0) / weights.sum()).exp())


def network(x: Tensor, t: Tensor) -> Tensor:
    """A prediction that is linear in neither x nor t."""
    phase = (0.37 * torch.as_tensor(t).double()).sin().reshape(-1, *[1] * (x.ndim - 1))
    return (1.1 * x + 2 * phase.to(x.dtype)).sin()


def carries_graph(world: World, result: Ref) -> bool:
    """Whether a backward pass could start at the result; a NumPy array has none."""
    return result.type_name != "ndarray" and bool(world.get(result, "requires_grad"))


def sampling(world: World, draw: Draw, *, shape: tuple[int, ...], T: int, steps: int) -> Iterator[Observation]:
    """The calls of the model and what comes out."""
    model = world.spy(network)
    result = world.new(ENTRY, model, draw.normal(*shape), schedule(draw, T), steps)
    times = [torch.as_tensor((*call.args, *call.kwargs.values())[1]) for call in model.calls]
    yield "t in the calls of the model", [t.tolist() for t in times]
    yield "the dtype of t", " and ".join(sorted({str(t.dtype) for t in times}))
    yield "the sample at timestep 0", world.value(result)
    yield "whether the sample carries an autograd graph", carries_graph(world, result)
    x_T, ab = world.keep(draw.normal(*shape)), schedule(draw, T)
    if result.type_name == "Tensor":  # NumPy does not take what requires grad
        world.new((x_T, "requires_grad_"))
        result = world.new(ENTRY, model, x_T, ab, steps)
    yield "whether it does where x_T requires grad", carries_graph(world, result)


def cases(draw: Draw) -> Iterator[Scenario]:
    # steps are powers of two and divide T - 1: floor, round and truncation of a float grid then agree
    yield Scenario("one step", partial(sampling, shape=(2, 3), T=6, steps=1))
    yield Scenario("four steps of three timesteps", partial(sampling, shape=(3, 5), T=13, steps=4))
    yield Scenario("every timestep", partial(sampling, shape=(2, 4), T=9, steps=8))
    yield Scenario("images", partial(sampling, shape=(2, 3, 4, 5), T=21, steps=4))
    yield Scenario("one image", partial(sampling, shape=(1, 3, 5, 4), T=17, steps=2))
    yield Scenario("videos", partial(sampling, shape=(3, 2, 4, 3, 2), T=33, steps=2))
    yield Scenario("one step from almost pure noise", from_almost_pure_noise)
    yield Scenario("a thousand timesteps", partial(sampling, shape=(2, 7), T=1001, steps=8))


def from_almost_pure_noise(world: World, draw: Draw) -> Iterator[Observation]:
    """The level that DDPM's schedule ends at; one step, so that the network is not asked at what rounding has moved."""
    ab = draw.floating([0.99, 0.6, 0.2, 4e-5])
    yield "the sample at timestep 0", world.call(ENTRY, world.spy(network), draw.normal(2, 5), ab, 1)


def keeps_to_the_path(world: World, draw: Draw) -> None:
    """For data that is one point μ the true noise is known; the path then mixes the same ε and μ, in any number of steps."""
    ab, mu, eps = schedule(draw, 65), draw.normal(3, 4, mean=2.0), draw.normal(3, 4)

    def truth(x: Tensor, t: Tensor) -> Tensor:
        level = ab[torch.as_tensor(t).long()].reshape(-1, 1).to(x.dtype)
        return (x - level.sqrt() * mu) / (1 - level).sqrt()

    for steps in (1, 4):
        x_T = ab[-1].sqrt() * mu + (1 - ab[-1]).sqrt() * eps
        x = torch.as_tensor(world.call(ENTRY, world.spy(truth), x_T, ab, steps)).detach()
        if x.shape == mu.shape and torch.allclose(x.double(), mu.double(), rtol=1e-3, atol=1e-3):
            raise Broken(
                "the clean point comes back; the sample at timestep 0 still has the noise of alphas_bar[0]", "clean"
            )
        wanted = ab[0].sqrt() * mu + (1 - ab[0]).sqrt() * eps
        expect_close(
            x, wanted, "the true noise must lead to the same x0 at every level", "off-line", rtol=1e-3, atol=1e-3
        )


def keeps_to_the_grid(world: World, draw: Draw) -> None:
    """Where steps does not divide T - 1, too; rounding down and to the nearest are one timestep apart at most."""
    for T, steps in ((24, 5), (41, 7)):
        model = world.spy(network)
        world.new(ENTRY, model, draw.normal(2, 3), schedule(draw, T), steps)
        times = [torch.as_tensor((*call.args, *call.kwargs.values())[1]).double().reshape(-1) for call in model.calls]
        grid = [(T - 1) * (steps - i) // steps for i in range(steps)]
        near = len(times) == steps and all(bool(((t - g).abs() <= 1).all()) for t, g in zip(times, grid, strict=True))
        expect(near, "the timesteps are not (T - 1) * (steps - i) // steps where steps does not divide T - 1", "grid")


PROBLEM = Problem(
    id="ddim-sample",
    entries=(ddim_sample,),
    cases=cases,
    laws=(
        Law("a perfect prediction stays on the path of its x0", keeps_to_the_path),
        Law("the timesteps of a grid that is not even", keeps_to_the_grid),
    ),
    grad=False,
)
