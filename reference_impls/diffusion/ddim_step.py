"""One DDIM step from noise level t to any earlier level (Song et al. 2020, arXiv:2010.02502, eqs. 12 and 16).

    x̂0     = (x_t - √(1 - ᾱ_t) ε) / √ᾱ_t
    σ      = η √((1 - ᾱ_prev) / (1 - ᾱ_t)) √(1 - ᾱ_t / ᾱ_prev)
    x_prev = √ᾱ_prev x̂0 + √(1 - ᾱ_prev - σ²) ε + σ z

Clean part, direction that points to x_t, fresh noise. The noise variance is (1 - ᾱ_prev - σ²) + σ² = 1 - ᾱ_prev for every σ: the
marginals are those of training, so the same network serves. η = 0 is deterministic, η = 1 has the posterior variance of DDPM.
The paper writes α for what DDPM and this page call ᾱ.

Shapes: x_t, eps, z all alike, any shape; ab_t < ab_prev <= 1 are floats or 0-d tensors. Returns: x_prev, of that shape.
"""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.problem import Case, Draw, Law, Problem, Slip, World, expect_close


def ddim_step(
    x_t: Tensor, eps: Tensor, ab_t: float | Tensor, ab_prev: float | Tensor, eta: float = 0.0, z: Tensor | None = None
) -> Tensor:
    """x at level ab_prev from x at level ab_t and the predicted noise."""
    x0 = (x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5
    variance = eta**2 * (1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)  # σ²
    x_prev = ab_prev**0.5 * x0 + (1 - ab_prev - variance) ** 0.5 * eps
    if z is not None:
        x_prev = x_prev + variance**0.5 * z
    return x_prev


# ----------------------------------------------------------------------------------------------------------------------


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
    slips=(
        Slip(
            "direction-without-sigma",
            "(1 - ab_prev - variance)",
            "(1 - ab_prev)",
            "The direction keeps the whole sqrt(1 - ab_prev), so sigma z adds noise on top: use sqrt(1 - ab_prev - sigma^2).",
        ),
        Slip(
            "direction-with-sigma",
            "(1 - ab_prev - variance)",
            "(1 - ab_prev - variance**0.5)",
            "sigma is subtracted under the root where sigma^2 belongs: sqrt(1 - ab_prev - sigma^2).",
        ),
        Slip(
            "direction-at-t",
            "(1 - ab_prev - variance)",
            "(1 - ab_t - variance)",
            "The direction has the noise level of t; the new point lies at ab_prev: sqrt(1 - ab_prev - sigma^2).",
        ),
        Slip(
            "x0-not-rescaled",
            " / ab_t**0.5",
            "",
            "x0 is not divided by sqrt(ab_t): x_t = sqrt(ab_t) x0 + sqrt(1 - ab_t) eps has to be solved for x0.",
        ),
        Slip(
            "no-roots",
            "(x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5",
            "(x_t - (1 - ab_t) * eps) / ab_t",
            "x0 is formed with ab_t and 1 - ab_t; the mixture has their square roots.",
        ),
        Slip(
            "x0-not-scaled-to-prev",
            "ab_prev**0.5 * x0",
            "x0",
            "x0 enters at full size; at level ab_prev it is scaled by sqrt(ab_prev).",
        ),
        Slip(
            "levels-swapped",
            'noise."""\n',
            'noise."""\n    ab_t, ab_prev = ab_prev, ab_t\n',
            "ab_t and ab_prev are exchanged, which steps towards more noise: x0 is formed at ab_t, the new point at ab_prev.",
        ),
        Slip("eta-ignored", "eta**2 * ", "0.0 * ", "eta and z are not used: this is the deterministic step."),
        Slip(
            "eta-not-squared",
            "eta**2",
            "eta",
            "eta multiplies sigma^2; it multiplies sigma, so sigma^2 has eta^2.",
        ),
        Slip(
            "sigma-not-rooted",
            "variance**0.5 * z",
            "variance * z",
            "The noise is scaled by sigma^2; the fresh noise is sigma z.",
        ),
        Slip(
            "variance-beta",
            "(1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)",
            "(1 - ab_t / ab_prev)",
            "sigma^2 is eta^2 (1 - ab_t/ab_prev), beta_t at eta = 1; DDIM has the posterior variance there: times "
            "(1-ab_prev)/(1-ab_t).",
        ),
        Slip(
            "variance-ratio-inverted",
            "(1 - ab_prev) / (1 - ab_t) *",
            "(1 - ab_t) / (1 - ab_prev) *",
            "The first ratio in sigma^2 is upside down: it is (1 - ab_prev)/(1 - ab_t), which goes to 0 at the last step.",
        ),
        Slip(
            "variance-as-sigma",
            "eta**2 * (1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)",
            "(eta * (1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)) ** 2",
            "The root in sigma is missing: sigma = eta sqrt((1 - ab_prev)/(1 - ab_t) (1 - ab_t/ab_prev)).",
        ),
        Slip(
            "noise-forgotten",
            "x_prev = x_prev + variance**0.5 * z",
            "pass",
            "sigma z is never added: the direction gives up the variance sigma^2, but the fresh noise in its place is missing.",
        ),
        Slip(
            "x0-without-root",
            "/ ab_t**0.5",
            "/ ab_t",
            "x0 is divided by ab_t; x_t holds x0 times sqrt(ab_t), so divide by the root.",
        ),
        Slip(
            "x0-clipped",
            "(x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5",
            "((x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5).clamp(-1, 1)",
            "x0 is clipped to [-1, 1]; that suits data within that range alone, and the formula asked for has no clipping.",
        ),
        Slip(
            "noise-always-added",
            "variance**0.5 * z",
            "(1 - ab_prev) ** 0.5 * z",
            "z enters with sqrt(1 - ab_prev) whatever eta is; its factor is sigma, which is 0 for eta = 0.",
        ),
        Slip(
            "noise-added-for-x0",
            "(x_t - (1 - ab_t)",
            "(x_t + (1 - ab_t)",
            "The noise is added to find x0; it is subtracted: x_t = sqrt(ab_t) x0 + sqrt(1 - ab_t) eps.",
        ),
        Slip(
            "x0-returned",
            "    return x_prev\n",
            "    return x0\n",
            "The estimate of x0 is returned; the state at ab_prev is asked for, which still has noise if ab_prev < 1.",
        ),
        Slip(
            "mean-of-ddpm",
            "x_prev = ab_prev**0.5 * x0 + (1 - ab_prev - variance) ** 0.5 * eps",
            "alpha = ab_t / ab_prev\n    x_prev = (x_t - (1 - alpha) / (1 - ab_t) ** 0.5 * eps) / alpha**0.5",
            "The mean is that of DDPM, which belongs to eta = 1 alone: DDIM puts x0 back at the level ab_prev "
            "with eps beside it.",
        ),
        Slip(
            "direction-missing",
            " + (1 - ab_prev - variance) ** 0.5 * eps",
            "",
            "The direction is missing: sqrt(1 - ab_prev - sigma^2) eps stands beside x0.",
        ),
        Slip(
            "direction-without-root",
            "(1 - ab_prev - variance) ** 0.5 * eps",
            "(1 - ab_prev - variance) * eps",
            "The root over 1 - ab_prev - sigma^2 is missing: that is a variance, eps is scaled by its root.",
        ),
        Slip(
            "alpha-for-alpha-bar",
            "(x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5",
            "(x_t - (1 - ab_t / ab_prev) ** 0.5 * eps) / (ab_t / ab_prev) ** 0.5",
            "x0 is formed with alpha_t = ab_t/ab_prev; the noise in x_t is that of all steps, so use ab_t.",
        ),
        Slip(
            "noise-subtracted",
            "x_prev + variance**0.5 * z",
            "x_prev - variance**0.5 * z",
            "sigma z is subtracted; it is added.",
        ),
        Slip(
            "direction-subtracted",
            "x0 + (1 - ab_prev",
            "x0 - (1 - ab_prev",
            "The direction is subtracted; it is added, as the noise in x_t is.",
        ),
        Slip(
            "noise-root-missing",
            "(1 - ab_t) ** 0.5 * eps",
            "(1 - ab_t) * eps",
            "eps is subtracted with the factor 1 - ab_t; the mixture has its square root.",
        ),
        Slip(
            "x0-without-root-at-prev",
            "ab_prev**0.5 * x0",
            "ab_prev * x0",
            "x0 enters with ab_prev; the mixture has its square root.",
        ),
        Slip(
            "mixed-with-z",
            "x_prev = ab_prev**0.5 * x0 + (1 - ab_prev - variance) ** 0.5 * eps\n"
            "    if z is not None:\n"
            "        x_prev = x_prev + variance**0.5 * z",
            "noise = eps if z is None else (1 - eta) * eps + eta * z\n"
            "    x_prev = ab_prev**0.5 * x0 + (1 - ab_prev) ** 0.5 * noise",
            "eps and z are mixed with 1 - eta and eta; each has a factor of its own: sqrt(1 - ab_prev - "
            "sigma^2) and sigma.",
        ),
        Slip(
            "levels-swapped-but-for-sigma",
            "    x0 = (x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5\n"
            "    variance = eta**2 * (1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)  # σ²\n",
            "    variance = eta**2 * (1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)\n"
            "    ab_t, ab_prev = ab_prev, ab_t\n"
            "    x0 = (x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5\n",
            "sigma is right, but ab_t and ab_prev are exchanged elsewhere: x0 is formed at ab_t, the new point "
            "at ab_prev.",
        ),
        Slip(
            "variance-ratio-inverted-and-bounded",
            "    variance = eta**2 * (1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)  # σ²\n"
            "    x_prev = ab_prev**0.5 * x0 + (1 - ab_prev - variance) ** 0.5 * eps\n",
            "    variance = eta**2 * (1 - ab_t) / (1 - ab_prev) * (1 - ab_t / ab_prev) if ab_prev < 1 else 0.0\n"
            "    x_prev = ab_prev**0.5 * x0 + max(1 - ab_prev - variance, 0.0) ** 0.5 * eps\n",
            "The first ratio in sigma^2 is upside down, which a bound under the root only hides: it is (1 - "
            "ab_prev)/(1 - ab_t).",
        ),
        Slip(
            "eta-as-a-switch",
            "eta**2 * (1",
            "(eta > 0) * (1",
            "eta only switches the noise on, as if it were 1; it is a factor of sigma, so that 0.5 gives half of it.",
        ),
        Slip(
            "z-as-a-switch",
            "eta**2 * (1",
            "(z is not None) * (1",
            "Wherever z is given you take the sigma of eta = 1; eta is a factor of sigma, and with eta = 0 z has "
            "no effect.",
        ),
        Slip(
            "direction-with-eta-not-squared",
            "(1 - ab_prev - variance)",
            "(1 - ab_prev - (variance / eta if eta else 0.0))",
            "The direction gives up eta times the variance where the noise has eta^2 times it: sigma^2 stands under the root, "
            "eta included, which agrees for eta = 0 and 1 alone.",
        ),
        Slip(
            "direction-without-eta",
            "(1 - ab_prev - variance)",
            "(1 - ab_prev - (variance / eta**2 if eta else 0.0))",
            "Wherever eta > 0 the direction gives up the variance of eta = 1; the sigma^2 under the root is that of the noise, "
            "with eta^2 in it.",
        ),
        Slip(
            "alpha-bar-clamped",
            'noise."""\n',
            'noise."""\n    ab_t, ab_prev = min(ab_t, 0.999), min(ab_prev, 0.999)\n',
            "The last step, to ab_prev = 1, leaves noise in the state, as where alpha-bar is clamped to 0.999: 1 - ab_prev may "
            "be 0, and nothing is divided by it.",
        ),
        Slip(
            "alpha-bar-clamped-closer",
            'noise."""\n',
            'noise."""\n    ab_t, ab_prev = min(ab_t, 0.9999), min(ab_prev, 0.9999)\n',
            "The last step, to ab_prev = 1, leaves noise in the state, as where alpha-bar is clamped to 0.9999: 1 - ab_prev may "
            "be 0, and nothing is divided by it.",
        ),
        Slip(
            "root-of-at-least",
            "(1 - ab_prev - variance) ** 0.5",
            "max(1 - ab_prev - variance, 1e-8) ** 0.5",
            "Where ab_prev = 1 some of eps is left, as where what stands under the root is at least 1e-8, or 1e-8 is added to "
            "it: the root of 0 is right there.",
        ),
        Slip(
            "clipped-and-noise-from-it",
            "/ ab_t**0.5\n",
            "/ ab_t**0.5\n    x0 = x0.clamp(-1, 1)\n    eps = (x_t - ab_t**0.5 * x0) / (1 - ab_t) ** 0.5\n",
            "x0 is clipped to [-1, 1] and eps worked out anew from it; that suits data within that range alone, and the "
            "formula asked for has no clipping.",
        ),
        Slip(
            "noised-anew-with-z",
            "x_prev = ab_prev**0.5 * x0 + (1 - ab_prev - variance) ** 0.5 * eps\n"
            "    if z is not None:\n"
            "        x_prev = x_prev + variance**0.5 * z",
            "noise = eps if z is None or eta == 0 else z\n"
            "    x_prev = ab_prev**0.5 * x0 + (1 - ab_prev) ** 0.5 * noise",
            "With eta > 0 x0 is noised anew with z alone; DDIM keeps the direction sqrt(1 - ab_prev - sigma^2) eps and adds "
            "sigma z.",
        ),
    ),
)
