"""Denoising score matching with Gaussian noise (Vincent 2011, Neural Computation 23(7); Song & Ermon 2019,
arXiv:1907.05600, eq. 5, with the weight λ(σ) = σ² of eq. 6).

    x̃ = x + σ ε,  ε ~ N(0, I)
    ∇_x̃ log q(x̃ | x) = -(x̃ - x)/σ² = -ε/σ
    L = ½ E σ² ‖s_θ(x̃, σ) + ε/σ‖² = ½ E ‖σ s_θ(x̃, σ) + ε‖²

The target is the score of the kernel, yet the minimiser is that of the noisy density q_σ (not of the data). The target grows like
1/σ; with the weight σ² it has unit size at every level, and the loss is half that of predicting the noise by -σ s_θ. In its
second form nothing is divided by σ.

Shapes: x (B,...), rank 2 or more; sigma a float or (B,); score(x̃, sigma) with x̃ (B,...). Returns: a scalar.
"""

from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import Tensor

from reference_impls.problem import (
    Draw,
    FunctionSlip,
    Law,
    Observation,
    Problem,
    Scenario,
    Slip,
    SpyCall,
    World,
    expect,
)
from reference_impls.recorded import expect_own_gaussian_noise, named

Sigma = Tensor | float
Score = Callable[[Tensor, Sigma], Tensor]


def dsm_loss(score: Score, x: Tensor, sigma: Sigma) -> Tensor:
    """Half the squared error of the score at a noisy sample, weighted by sigma², summed over each sample's entries."""
    s = torch.as_tensor(sigma, dtype=x.dtype, device=x.device)
    s = s.view(-1, *[1] * (x.ndim - 1))  # (B,1,...,1), or (1,1,...,1) from a float
    eps = torch.randn_like(x)
    x_noisy = x + s * eps
    error = s * score(x_noisy, sigma) + eps  # σ (s_θ + ε/σ)
    return 0.5 * error.square().flatten(1).sum(dim=1).mean()


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "dsm_loss"
LEVELS = (0.3, 0.5, 0.7, 1.6, 2.2)
RIGHT = "half the mean of sigma^2 |score + eps/sigma|^2"


def zero(x: Tensor, sigma: Sigma) -> Tensor:
    """A score that is flat."""
    return torch.zeros_like(x)


def levels(draw: Draw, samples: int) -> Tensor:
    """A noise level for each sample, far from its square, its root and 1; no two neighbours alike."""
    start = draw.integer(0, len(LEVELS) - 1)
    values = [LEVELS[(start + i) % len(LEVELS)] for i in range(samples)]
    return draw.floating(
        torch.tensor(values, dtype=torch.float64) * draw.uniform(samples, low=0.96, high=1.04).double()
    )


def spread(sigma: Sigma, x: Tensor) -> Tensor:
    """σ of each sample (float64), to be broadcast over x."""
    return torch.as_tensor(sigma, dtype=torch.float64).expand(len(x)).view(-1, *[1] * (x.ndim - 1))


def only_noisy_sample(calls: list[SpyCall], shape: tuple[int, ...]) -> Tensor:
    """x̃ (float64) of the one call of the score. Raises: Broken if there is not one call, or its shape is wrong."""
    expect(len(calls) == 1, f"the score is called {len(calls)} times, expected one call", "calls")
    arguments = (*calls[0].args, *calls[0].kwargs.values())
    expect(len(arguments) == 2, f"the score gets {len(arguments)} arguments, expected x~ and sigma", "arguments")
    x_noisy = torch.as_tensor(arguments[0]).detach()
    expect(x_noisy.shape == shape, f"x~ has shape {tuple(x_noisy.shape)}, the data has {shape}", "x-shape")
    return x_noisy.double()


def run(world: World, x: Tensor, sigma: Sigma, score: Score = zero) -> tuple[Tensor, Tensor]:
    """x̃ and the loss of one training step."""
    spy = world.spy(score)
    loss = world.call(ENTRY, spy, x, sigma)
    return only_noisy_sample(spy.calls, tuple(x.shape)), torch.as_tensor(loss).detach().double()


def call_of_the_score(world: World, draw: Draw, *, shape: tuple[int, ...], shared: bool) -> Iterator[Observation]:
    """Number and shapes of what goes in and out. A sigma that all samples share may come as a number or as (B,)."""
    spy = world.spy(zero)
    sigma = draw.real(0.3, 0.8) if shared else levels(draw, shape[0])
    loss = world.call(ENTRY, spy, draw.normal(*shape), sigma)
    yield "the number of calls of the score", len(spy.calls)
    for call in spy.calls[:1]:
        got, got_sigma = (torch.as_tensor(value) for value in (*call.args, *call.kwargs.values()))
        yield "the shape of x~", list(got.shape)
        if shared:
            yield "whether sigma is a number or (B,)", got_sigma.shape in ((), (1,), shape[:1])
            yield "sigma", got_sigma.double().mean()
        else:
            yield "sigma", got_sigma
    yield "the shape of the loss", list(torch.as_tensor(loss).shape)


def cases(draw: Draw) -> Iterator[Scenario]:
    for name, shape, shared in (
        ("vectors, one sigma", (3, 2), True),
        ("vectors, a sigma for each", (3, 2), False),
        ("images, one sigma", (2, 3, 4, 5), True),
        ("images, a sigma for each", (2, 3, 4, 5), False),
        ("one sample", (1, 4), False),
    ):
        yield Scenario(f"what the score is called with: {name}", partial(call_of_the_score, shape=shape, shared=shared))


def data_stays(world: World, draw: Draw) -> None:
    """With x near 1e4 the noise disappears: x̃ / x is the factor of x, for each entry."""
    for shape in ((9, 4), (4, 4, 2, 3)):
        x, sigma = draw.uniform(*shape, low=1e4, high=2e4), levels(draw, shape[0])
        x_noisy, _ = run(world, x, sigma)
        s = spread(sigma, x)
        formulas = {
            "1": torch.ones_like(s),
            "1 - sigma": 1 - s,
            "sqrt(1 - sigma^2)": (1 - s.square()).sqrt().nan_to_num(),  # NaN above 1, or clamped to 0
            "0": torch.zeros_like(s),
        }
        name = named((x_noisy / x).nan_to_num(), formulas, atol=2e-3)
        expect(name == "1", f"x must enter x~ as it is: x~ = x + sigma eps; its factor is {name}", name)


def noise_is_scaled(world: World, draw: Draw) -> None:
    """With x = 0 only noise is left; its variance in each sample is σ², at every rank."""
    for shape in ((5, 6000), (5, 5, 1200), (4, 4, 30, 50), (3, 3, 4, 10, 50)):
        for sigma in (levels(draw, shape[0]), draw.real(0.4, 0.6)):
            x_noisy, _ = run(world, torch.zeros(shape), sigma)
            s = spread(sigma, x_noisy).flatten()
            formulas = {
                "sigma": s.square(),
                "sigma^2": s.pow(4),
                "sqrt(sigma)": s,
                "1": torch.ones_like(s),
                "0: the score sees the clean data": torch.zeros_like(s),
                "sigma, that of another sample": s.square().mean(),
                "the first sample's sigma": s[0].square(),
                "the mean of all sigma": s.mean().square(),
            }
            # the variance of 6000 draws, within 7 standard errors
            name = named(x_noisy.square().flatten(1).mean(dim=1), formulas, rtol=0.13, atol=1e-12)
            expect(name == "sigma", f"x {shape}: the factor of the noise must be sigma, it is {name}", name)


def noise_is_gaussian(world: World, draw: Draw) -> None:
    """Moments of N(0, 1), and no two entries alike. Each sample is scaled to unit size first, whatever its level."""
    shape = (10, 3, 30, 40)
    sigma = levels(draw, 10)
    x_noisy, again = (run(world, torch.zeros(shape), sigma)[0] for _ in range(2))
    expect(bool(x_noisy.any()), "x~ has no noise", "no-noise")
    expect_own_gaussian_noise(x_noisy)
    alike = x_noisy / x_noisy.std() * again / again.std()
    expect(float(alike.mean().abs()) < 0.5, "two calls use the same noise: draw it anew", "repeated")


def loss_formulas(out: Tensor, eps: Tensor, s: Tensor) -> dict[str, Tensor]:
    """The loss, and what people make of it, from the score's answer, the noise and its level."""

    def half_mean(error: Tensor) -> Tensor:
        return 0.5 * error.square().flatten(1).sum(dim=1).mean()

    right = s * out + eps
    return {
        RIGHT: half_mean(right),
        "twice that: the factor 1/2 is missing": 2 * half_mean(right),
        "that of the target +eps/sigma: the score points back, -eps/sigma": half_mean(s * out - eps),
        "that without the weight sigma^2": half_mean(out + eps / s),
        "that with the weight sigma": half_mean(s.sqrt() * (out + eps / s)),
        "that with the weight sigma^4": half_mean(s.square() * (out + eps / s)),
        "that of the target -eps": half_mean(s * (out + eps)),
        "that of the target -eps without a weight": half_mean(out + eps),
        "that of the target eps without a weight": half_mean(out - eps),
        "that of the target -eps/sigma^2": half_mean(s * (out + eps / s.square())),
        "that of the target -sigma eps": half_mean(s * (out + eps * s)),
        "half the mean over all entries": 0.5 * right.square().mean(),
        "the mean over all entries": right.square().mean(),
        "the sum over the batch": half_mean(right) * len(out),
        "the sum without its half": 2 * half_mean(right) * len(out),
        "summed over the last axis alone": 0.5 * right.square().sum(dim=-1).mean(),
        "that with the weight 1/sigma^2": half_mean((out + eps / s) / s),
        "that with the mean of sigma^2 over the batch as the weight": s.square().mean() * half_mean(out + eps / s),
        "that of the score alone, without a target": half_mean(s * out),
        "that with its sign reversed": -half_mean(right),
        "that of each sample's mean, summed over the batch": half_mean(right) * len(out) / out[0].numel(),
        "that of the norm without its square": 0.5 * (s.flatten() * (out + eps / s).flatten(1).norm(dim=1)).mean(),
    }


def loss_is_the_weighted_error(world: World, draw: Draw) -> None:
    """The noise is found back from x̃ (in float64: it is divided by σ); the score's answer is a fixed array."""
    losses, candidates = [], []
    for shape, sigma in (
        ((64, 7), levels(draw, 64)),
        ((16, 2, 4, 5), draw.real(0.3, 0.6)),
        ((8, 3, 5), levels(draw, 8)),
        ((6, 4), draw.real(1.6, 2.4)),
        ((5, 3), draw.uniform(5, low=0.01, high=0.02)),
    ):
        x, out = draw.normal(*shape, mean=1.0), draw.normal(*shape, mean=0.5)
        x_noisy, loss = run(world, x, sigma, lambda x, sigma, out=out: out.clone())  # type: ignore[misc]
        expect(loss.ndim == 0, f"the loss has shape {tuple(loss.shape)}, expected a scalar", "loss-shape")
        s = spread(sigma, x)
        losses.append(loss)
        candidates.append(loss_formulas(out, (x_noisy - x) / s, s))
    together = {name: torch.stack([formulas[name] for formulas in candidates]) for name in candidates[0]}
    name = named(torch.stack(losses), together)
    message = f"the loss is {float(losses[0]):.6g}, {RIGHT} is {float(candidates[0][RIGHT]):.6g}"
    expect(name == RIGHT, f"{message}; yours is {name}", name)


def true_score_costs_nothing(world: World, draw: Draw) -> None:
    """With x = 0 the conditional score can be read off x̃: -x̃/σ². A target that was drawn anew has noise of its own."""
    sigma = levels(draw, 64)
    variance = sigma.square()[:, None]
    _, loss = run(world, torch.zeros(64, 40), sigma, lambda x, sigma: -x / variance)
    fresh = loss.ndim == 0 and abs(float(loss) - 40) < 6  # a half of two variances, over 40 entries
    expect(not fresh, "the target is not the noise in x~ but a fresh draw: the true score has a large loss", "fresh")
    expect(bool((loss.abs() < 1e-6).all()), f"the true score has loss {loss.flatten()[0]:.4g}, expected 0", "not-zero")


def gradient_reaches_the_score(world: World, draw: Draw) -> None:
    """The cotangent of the score's answer is σ² (score + ε/σ) / B."""
    shape = (3, 4, 5)
    x, out, sigma = draw.normal(*shape), draw.normal(*shape), levels(draw, 3)
    spy = world.spy(lambda x, sigma: out.clone())
    loss = world.new(ENTRY, spy, x, sigma)
    x_noisy = only_noisy_sample(spy.calls, shape)
    expect(loss.type_name == "Tensor", f"the loss is a {loss.type_name}, return a tensor", "no-tensor")
    attached = bool(world.get(loss, "requires_grad"))
    expect(attached, "no gradient reaches the score: is its answer detached, or computed under no_grad?", "detached")
    world.call((loss, "backward"))
    arrived = sum(spy.calls[0].cotangents, torch.zeros(shape)).double()
    s = spread(sigma, x)
    wanted = s * (s * out + (x_noisy - x) / s) / len(x)
    right = arrived.shape == wanted.shape and torch.allclose(arrived, wanted, rtol=1e-3, atol=1e-5)
    expect(right, "the gradient that reaches the score is not that of the loss", "gradient")


def without_gradient(score: Score, x: Tensor, sigma: Sigma) -> Tensor:
    s = torch.as_tensor(sigma, dtype=x.dtype).view(-1, *[1] * (x.ndim - 1))
    eps = torch.randn_like(x)
    with torch.no_grad():
        predicted = score(x + s * eps, sigma)
    return 0.5 * (s * predicted + eps).square().flatten(1).sum(dim=1).mean()


PROBLEM = Problem(
    id="dsm-loss",
    entries=(dsm_loss,),
    cases=cases,
    laws=(
        Law("x enters x~ unscaled", data_stays),
        Law("the noise in x~ has standard deviation sigma, at every rank", noise_is_scaled),
        Law("the noise is Gaussian, drawn for each entry", noise_is_gaussian),
        Law("the loss is the weighted squared error", loss_is_the_weighted_error, torch.float64),
        Law("the true score has loss 0", true_score_costs_nothing),
        Law("the gradient reaches the score", gradient_reaches_the_score, torch.float64),
    ),
    dtypes=(torch.float32,),
    slips=(
        Slip("no-half", "0.5 * error", "error", "The factor 1/2 in front is missing."),
        Slip(
            "target-sign",
            "score(x_noisy, sigma) + eps",
            "score(x_noisy, sigma) - eps",
            "The sign of the target is lost: the score points from x~ back to x, it is -eps/sigma, so the error is score + "
            "eps/sigma.",
        ),
        Slip(
            "no-weight",
            "s * score(x_noisy, sigma) + eps",
            "score(x_noisy, sigma) + eps / s",
            "The weight sigma^2 is missing, so that the smallest noise level dominates: its target has size 1/sigma.",
        ),
        Slip(
            "weight-sigma",
            "s * score(x_noisy, sigma) + eps",
            "s.sqrt() * (score(x_noisy, sigma) + eps / s)",
            "The squared error is weighted by sigma; the weight is sigma^2.",
        ),
        Slip(
            "noise-as-target",
            "s * score(x_noisy, sigma) + eps",
            "score(x_noisy, sigma) + eps",
            "The target is -eps; the score of the noise kernel is -eps/sigma.",
        ),
        Slip(
            "noise-prediction",
            "s * score(x_noisy, sigma) + eps",
            "score(x_noisy, sigma) - eps",
            "This trains a noise predictor, as DDPM does; the score is -eps/sigma.",
        ),
        Slip(
            "weighted-noise-target",
            "s * score(x_noisy, sigma) + eps",
            "s * (score(x_noisy, sigma) + eps)",
            "The target is -eps, weighted by sigma^2; the score of the noise kernel is -eps/sigma.",
        ),
        Slip(
            "target-over-variance",
            "s * score(x_noisy, sigma) + eps",
            "s * (score(x_noisy, sigma) + eps / s.square())",
            "eps is divided by the variance. (x~ - x)/sigma^2 is eps/sigma: one sigma cancels.",
        ),
        Slip(
            "mean-over-entries",
            ".flatten(1).sum(dim=1).mean()",
            ".mean()",
            "The mean runs over all entries; the squared norm sums over each sample's entries, the mean over the "
            "batch.",
        ),
        Slip(
            "batch-summed",
            ".flatten(1).sum(dim=1).mean()",
            ".sum()",
            "The squared norms are summed over the batch; take their mean.",
        ),
        Slip(
            "last-axis-only",
            ".flatten(1).sum(dim=1).mean()",
            ".sum(dim=-1).mean()",
            "The squared norm sums over the last axis alone, which is right for vectors only: flatten(1) first.",
        ),
        Slip(
            "noise-not-scaled",
            "x + s * eps",
            "x + eps",
            "The noise is not scaled: x~ = x + sigma eps.",
        ),
        Slip(
            "noise-times-variance",
            "x + s * eps",
            "x + s.square() * eps",
            "The noise is scaled by sigma^2; its standard deviation is sigma.",
        ),
        Slip(
            "variance-preserving",
            "x + s * eps",
            "(1 - s.square()).sqrt() * x + s * eps",
            "x is shrunk by sqrt(1 - sigma^2), as in DDPM; here x~ = x + sigma eps.",
        ),
        Slip(
            "clean-input",
            "score(x_noisy, sigma)",
            "score(x, sigma)",
            "The score is called with the clean x; it has to see x~.",
        ),
        Slip(
            "new-noise-in-the-loss",
            "sigma) + eps",
            "sigma) + torch.randn_like(x)",
            "The target is a fresh draw; it must be the noise that went into x~.",
        ),
        Slip(
            "four-dimensions-only",
            "s = s.view(-1, *[1] * (x.ndim - 1))",
            "s = s.view(-1, 1, 1, 1)",
            "view(-1, 1, 1, 1) fits images alone: (B,D) broadcasts to (B,1,B,D), and for videos sigma may land on the wrong "
            "axis. Append x.ndim - 1 axes.",
        ),
        Slip(
            "sigma-with-extra-axes",
            "score(x_noisy, sigma)",
            "score(x_noisy, s)",
            "The score gets the sigma that was reshaped for broadcasting; it expects it as it came, a number or (B,).",
        ),
        Slip(
            "score-called-twice",
            "error = s * score",
            "score(x_noisy, sigma)\n    error = s * score",
            "The score is called more than once; keep its answer.",
        ),
        Slip(
            "uniform-noise",
            "torch.randn_like(x)",
            "torch.rand_like(x)",
            "The noise does not have mean 0 and variance 1, as that of rand, uniform on (0, 1), does not: draw it with randn.",
        ),
        Slip(
            "shared-noise",
            "torch.randn_like(x)",
            "torch.randn_like(x[:1]).expand_as(x)",
            "Samples of the batch share their noise; draw it for every entry.",
        ),
        FunctionSlip(
            "detached",
            {"dsm_loss": without_gradient},
            "The score runs under no_grad (or its answer, or the loss, is detached), so nothing trains: only x~ and "
            "the target are constants.",
        ),
        Slip(
            "target-times-sigma",
            "s * score(x_noisy, sigma) + eps",
            "s * (score(x_noisy, sigma) + eps * s)",
            "The target is -sigma eps; the score of the noise kernel is -eps/sigma.",
        ),
        Slip(
            "weight-sigma-to-the-fourth",
            "s * score(x_noisy, sigma) + eps",
            "s.square() * (score(x_noisy, sigma) + eps / s)",
            "The squared error is weighted by sigma^4; the weight is sigma^2, which is sigma before the square.",
        ),
        Slip(
            "weight-inverse",
            "s * score(x_noisy, sigma) + eps",
            "(score(x_noisy, sigma) + eps / s) / s",
            "The squared error is divided by sigma^2; it is multiplied by it.",
        ),
        Slip(
            "weight-averaged",
            "0.5 * error.square().flatten(1).sum(dim=1).mean()",
            "0.5 * s.square().mean() * (error / s).square().flatten(1).sum(dim=1).mean()",
            "The weight is the mean of sigma^2 over the batch; each sample has its own.",
        ),
        Slip(
            "target-missing",
            "s * score(x_noisy, sigma) + eps",
            "s * score(x_noisy, sigma)",
            "The target is missing: the error is score + eps/sigma.",
        ),
        Slip(
            "sign-of-the-loss",
            "return 0.5 *",
            "return -0.5 *",
            "The loss has the wrong sign: it is a squared error, to be minimised.",
        ),
        Slip(
            "norm-not-squared",
            "error.square().flatten(1).sum(dim=1).mean()",
            "error.flatten(1).norm(dim=1).mean()",
            "The loss has the norm; it is the squared norm.",
        ),
        Slip(
            "each-sample-averaged-batch-summed",
            ".flatten(1).sum(dim=1).mean()",
            ".flatten(1).mean(dim=1).sum()",
            "Sum and mean are exchanged: the squared norm sums over each sample's entries, the mean runs over the "
            "batch.",
        ),
        Slip(
            "loss-for-each-sample",
            ".sum(dim=1).mean()",
            ".sum(dim=1)",
            "The loss has one value for each sample; take their mean.",
        ),
        Slip(
            "loss-as-a-number",
            ".sum(dim=1).mean()",
            ".sum(dim=1).mean().item()",
            "The loss is a plain number, through which no gradient flows: return the tensor.",
        ),
        Slip(
            "variance-for-the-score",
            "score(x_noisy, sigma)",
            "score(x_noisy, sigma**2)",
            "The score is given sigma^2; it is given sigma as it came.",
        ),
        Slip(
            "noise-for-the-score",
            "score(x_noisy, sigma)",
            "score(eps, sigma)",
            "The score is called with the noise alone; it has to see x~.",
        ),
        Slip(
            "noise-times-root",
            "x + s * eps",
            "x + s.sqrt() * eps",
            "The noise is scaled by sqrt(sigma), as if sigma were a variance; its standard deviation is sigma.",
        ),
        Slip(
            "first-sigma-for-all",
            "s = s.view(-1, *[1] * (x.ndim - 1))",
            "s = s.flatten()[:1].view(-1, *[1] * (x.ndim - 1))",
            "All samples get the first one's sigma: reshape (B,) to (B,1,..,1).",
        ),
        Slip(
            "same-noise-in-each-call",
            "torch.randn_like(x)",
            "torch.randn(x.shape, dtype=x.dtype, generator=torch.Generator().manual_seed(0)).to(x.device)",
            "Each call has the same noise (a seed that is set again, or a draw that is kept): draw it anew.",
        ),
        Slip(
            "sigma-of-each-with-extra-axes",
            "score(x_noisy, sigma)",
            "score(x_noisy, s if torch.is_tensor(sigma) else sigma)",
            "Where sigma is (B,), the score gets it reshaped for broadcasting; it expects it as it came, (B,).",
        ),
        Slip(
            "two-dimensions-only",
            "s = s.view(-1, *[1] * (x.ndim - 1))",
            "s = s.view(-1, 1)",
            "view(-1, 1), or [:, None], fits vectors alone: for images sigma lands on the wrong axis, or on none. "
            "Append x.ndim - 1 axes.",
        ),
        Slip(
            "each-in-four-dimensions-only",
            "s = s.view(-1, *[1] * (x.ndim - 1))",
            "s = s.view(-1, 1, 1, 1) if s.ndim else s",
            "view(-1, 1, 1, 1) fits images alone: with a sigma for each, (B,D) broadcasts to (B,1,B,D), and for "
            "videos sigma may land on the wrong axis. Append x.ndim - 1 axes.",
        ),
        Slip(
            "sigma-not-reshaped",
            "    s = s.view(-1, *[1] * (x.ndim - 1))  # (B,1,...,1), or (1,1,...,1) from a float\n",
            "",
            "sigma of shape (B,) meets the last axis of x: append x.ndim - 1 axes to it (but give it to the "
            "network as it came).",
        ),
        Slip(
            "log-sigma-for-the-score",
            "score(x_noisy, sigma)",
            "score(x_noisy, s.flatten().log() if isinstance(sigma, Tensor) else float(s.log()))",
            "The network gets log sigma; it is called with sigma as it came.",
        ),
        Slip(
            "mean-sigma-for-the-score",
            "score(x_noisy, sigma)",
            "score(x_noisy, s.mean())",
            "The network gets the mean of the levels; it is called with sigma as it came.",
        ),
        Slip(
            "variance-preserving-and-bounded",
            "x + s * eps",
            "(1 - s**2).clamp(min=0).sqrt() * x + s * eps",
            "x is scaled down, as in variance-preserving diffusion; here noise is only added: x + sigma eps.",
        ),
        Slip(
            "mean-sigma-for-all",
            "s = s.view(-1, *[1] * (x.ndim - 1))",
            "s = s.mean()",
            "All samples get noise of the mean of the levels; each has its own sigma: reshape (B,) to (B,1,..,1).",
        ),
        Slip(
            "summed-over-axis-1",
            ".flatten(1).sum(dim=1).mean()",
            ".sum(dim=1).mean()",
            "The loss is 0 for the true score but sums or weighs errors in another way: sum(dim=1), say, is the squared norm of "
            "vectors alone (flatten(1) first), and the weight is sigma^2.",
        ),
    ),
)
