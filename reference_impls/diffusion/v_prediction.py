"""The v-parameterisation (Salimans & Ho 2022, arXiv:2202.00512, section 4 and appendix D).

    x_t = √ᾱ x0 + √(1 - ᾱ) ε               v = √ᾱ ε - √(1 - ᾱ) x0

With cos φ = √ᾱ this is a rotation of (x0, ε) by φ, and v = d x_t / dφ. A rotation is undone by its transpose, without a division:

    x0 = √ᾱ x_t - √(1 - ᾱ) v               ε = √(1 - ᾱ) x_t + √ᾱ v

so that, other than for a prediction of ε, no error is blown up where ᾱ is near 0, nor for x0 where it is near 1.

Shapes: x0, eps, x_t, v alike, any shape; alpha_bar a float or a 0-d tensor in (0, 1). Returns: v; (x0, eps).
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import FLOAT32_EVERYWHERE, Case, Draw, FunctionSlip, Problem, Slip


def to_v(x0: Tensor, eps: Tensor, alpha_bar: float | Tensor) -> Tensor:
    """The velocity of x_t along the arc from x0 to eps."""
    return alpha_bar**0.5 * eps - (1 - alpha_bar) ** 0.5 * x0


def from_v(x_t: Tensor, v: Tensor, alpha_bar: float | Tensor) -> tuple[Tensor, Tensor]:
    """The clean data and the noise that x_t and v stand for."""
    x0 = alpha_bar**0.5 * x_t - (1 - alpha_bar) ** 0.5 * v
    eps = (1 - alpha_bar) ** 0.5 * x_t + alpha_bar**0.5 * v
    return x0, eps


# ----------------------------------------------------------------------------------------------------------------------


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


def levels_read_as_noise(x0: Tensor, eps: Tensor, alpha_bar: float | Tensor) -> Tensor:
    return (1 - alpha_bar) ** 0.5 * eps - alpha_bar**0.5 * x0


def levels_read_as_noise_back(x_t: Tensor, v: Tensor, alpha_bar: float | Tensor) -> tuple[Tensor, Tensor]:
    return (1 - alpha_bar) ** 0.5 * x_t - alpha_bar**0.5 * v, alpha_bar**0.5 * x_t + (1 - alpha_bar) ** 0.5 * v


def other_sign(x0: Tensor, eps: Tensor, alpha_bar: float | Tensor) -> Tensor:
    return (1 - alpha_bar) ** 0.5 * x0 - alpha_bar**0.5 * eps


def other_sign_back(x_t: Tensor, v: Tensor, alpha_bar: float | Tensor) -> tuple[Tensor, Tensor]:
    return alpha_bar**0.5 * x_t + (1 - alpha_bar) ** 0.5 * v, (1 - alpha_bar) ** 0.5 * x_t - alpha_bar**0.5 * v


def without_roots(x0: Tensor, eps: Tensor, alpha_bar: float | Tensor) -> Tensor:
    return alpha_bar * eps - (1 - alpha_bar) * x0


def without_roots_back(x_t: Tensor, v: Tensor, alpha_bar: float | Tensor) -> tuple[Tensor, Tensor]:
    return alpha_bar * x_t - (1 - alpha_bar) * v, (1 - alpha_bar) * x_t + alpha_bar * v


def level_is_the_root(x0: Tensor, eps: Tensor, alpha_bar: float | Tensor) -> Tensor:
    return alpha_bar * eps - (1 - alpha_bar**2) ** 0.5 * x0


def level_is_the_root_back(x_t: Tensor, v: Tensor, alpha_bar: float | Tensor) -> tuple[Tensor, Tensor]:
    sigma = (1 - alpha_bar**2) ** 0.5
    return alpha_bar * x_t - sigma * v, sigma * x_t + alpha_bar * v


def linear_noise(x0: Tensor, eps: Tensor, alpha_bar: float | Tensor) -> Tensor:
    return alpha_bar**0.5 * eps - (1 - alpha_bar**0.5) * x0


def linear_noise_back(x_t: Tensor, v: Tensor, alpha_bar: float | Tensor) -> tuple[Tensor, Tensor]:
    signal = alpha_bar**0.5
    return signal * x_t - (1 - signal) * v, (1 - signal) * x_t + signal * v


def straight_velocity(x0: Tensor, eps: Tensor, alpha_bar: float | Tensor) -> Tensor:
    return eps - x0 + 0 * alpha_bar


def straight_velocity_back(x_t: Tensor, v: Tensor, alpha_bar: float | Tensor) -> tuple[Tensor, Tensor]:
    return x_t - (1 - alpha_bar) * v, x_t + alpha_bar * v


def torch_roots(x0: Tensor, eps: Tensor, alpha_bar: Tensor) -> Tensor:
    return torch.sqrt(alpha_bar) * eps - torch.sqrt(1 - alpha_bar) * x0


def torch_roots_back(x_t: Tensor, v: Tensor, alpha_bar: Tensor) -> tuple[Tensor, Tensor]:
    a, b = torch.sqrt(alpha_bar), torch.sqrt(1 - alpha_bar)
    return a * x_t - b * v, b * x_t + a * v


def roots_by_method(x0: Tensor, eps: Tensor, alpha_bar: Tensor) -> Tensor:
    return alpha_bar.sqrt() * eps - (1 - alpha_bar).sqrt() * x0


def roots_by_method_back(x_t: Tensor, v: Tensor, alpha_bar: Tensor) -> tuple[Tensor, Tensor]:
    a, b = alpha_bar.sqrt(), (1 - alpha_bar).sqrt()
    return a * x_t - b * v, b * x_t + a * v


TO_V = "alpha_bar**0.5 * eps - (1 - alpha_bar) ** 0.5 * x0"
X0 = "alpha_bar**0.5 * x_t - (1 - alpha_bar) ** 0.5 * v"
EPS = "(1 - alpha_bar) ** 0.5 * x_t + alpha_bar**0.5 * v"

PROBLEM = Problem(
    id="v-prediction",
    entries=(to_v, from_v),
    cases=cases,
    tolerances=FLOAT32_EVERYWHERE,
    slips=(
        FunctionSlip(
            "factors-swapped",
            {"to_v": levels_read_as_noise, "from_v": levels_read_as_noise_back},
            "sqrt(alpha-bar) and sqrt(1 - alpha-bar) are exchanged in both functions: in v the first goes with eps, and in the "
            "way back with x_t for x0.",
        ),
        FunctionSlip(
            "sign-of-v",
            {"to_v": other_sign, "from_v": other_sign_back},
            "Your v is the negative one (both functions agree on it): v = sqrt(alpha-bar) eps - sqrt(1 - alpha-bar) x0, which "
            "points to the noise.",
        ),
        FunctionSlip(
            "no-roots",
            {"to_v": without_roots, "from_v": without_roots_back},
            "The roots are missing in both functions: the factors are sqrt(alpha-bar) and sqrt(1 - alpha-bar), whose squares add "
            "up to 1.",
        ),
        FunctionSlip(
            "level-read-as-root",
            {"to_v": level_is_the_root, "from_v": level_is_the_root_back},
            "alpha_bar is used as if it were the factor sqrt(alpha-bar) itself; it is the square of that.",
        ),
        FunctionSlip(
            "noise-factor-linear",
            {"to_v": linear_noise, "from_v": linear_noise_back},
            "1 - sqrt(alpha-bar) stands where sqrt(1 - alpha-bar) belongs: the squares of the two factors add up to 1.",
        ),
        FunctionSlip(
            "velocity-of-a-straight-path",
            {"to_v": straight_velocity, "from_v": straight_velocity_back},
            "eps - x0 is the velocity of a straight path, as in rectified flow; the v of diffusion is "
            "sqrt(alpha-bar) eps - sqrt(1 - alpha-bar) x0.",
        ),
        FunctionSlip(
            "tensor-levels-alone",
            {"to_v": torch_roots, "from_v": torch_roots_back},
            "torch.sqrt takes no float: alpha_bar may be a Python float as well as a 0-d tensor, so write `** 0.5`, or turn it "
            "into a tensor first.",
        ),
        FunctionSlip(
            "tensor-methods-of-the-level",
            {"to_v": roots_by_method, "from_v": roots_by_method_back},
            "A float has no method sqrt: alpha_bar may be a Python float as well as a 0-d tensor, so write `** 0.5`, or turn it "
            "into a tensor first.",
        ),
        Slip(
            "to-v-factors-swapped",
            TO_V,
            "(1 - alpha_bar) ** 0.5 * eps - alpha_bar**0.5 * x0",
            "In to_v the factors are exchanged: eps has sqrt(alpha-bar), x0 has sqrt(1 - alpha-bar), the other way round than in "
            "x_t.",
        ),
        Slip(
            "to-v-sign",
            TO_V,
            "(1 - alpha_bar) ** 0.5 * x0 - alpha_bar**0.5 * eps",
            "to_v has the other sign: v = sqrt(alpha-bar) eps - sqrt(1 - alpha-bar) x0.",
        ),
        Slip(
            "to-v-arguments-swapped",
            TO_V,
            "alpha_bar**0.5 * x0 - (1 - alpha_bar) ** 0.5 * eps",
            "In to_v x0 and eps have changed places: sqrt(alpha-bar) goes with eps, and x0 is subtracted.",
        ),
        Slip(
            "to-v-plus",
            TO_V,
            "alpha_bar**0.5 * eps + (1 - alpha_bar) ** 0.5 * x0",
            "to_v adds the two parts; x0 is subtracted.",
        ),
        Slip(
            "to-v-gives-x-t",
            TO_V,
            "alpha_bar**0.5 * x0 + (1 - alpha_bar) ** 0.5 * eps",
            "to_v returns the noisy sample x_t; v = sqrt(alpha-bar) eps - sqrt(1 - alpha-bar) x0.",
        ),
        Slip(
            "to-v-no-roots",
            TO_V,
            "alpha_bar * eps - (1 - alpha_bar) * x0",
            "In to_v the roots are missing: the factors are sqrt(alpha-bar) and sqrt(1 - alpha-bar).",
        ),
        Slip(
            "to-v-x0-without-root",
            TO_V,
            "alpha_bar**0.5 * eps - (1 - alpha_bar) * x0",
            "In to_v x0 has the factor 1 - alpha-bar; it is the root of that.",
        ),
        Slip(
            "to-v-eps-without-root",
            TO_V,
            "alpha_bar * eps - (1 - alpha_bar) ** 0.5 * x0",
            "In to_v eps has the factor alpha-bar; it is the root of that.",
        ),
        Slip(
            "to-v-difference",
            TO_V,
            "eps - x0 + 0 * alpha_bar",
            "to_v returns eps - x0, the velocity of a straight path; here both have factors: sqrt(alpha-bar) eps - "
            "sqrt(1 - alpha-bar) x0.",
        ),
        Slip(
            "to-v-read-with-x-t",
            TO_V,
            "(eps - (1 - alpha_bar) ** 0.5 * x0) / alpha_bar**0.5",
            "to_v takes its first argument for x_t: that formula is for (x_t, eps), here the clean x0 is given.",
        ),
        Slip(
            "back-sign-of-v",
            "    x0 = " + X0 + "\n    eps = " + EPS + "\n",
            "    x0 = alpha_bar**0.5 * x_t + (1 - alpha_bar) ** 0.5 * v\n"
            "    eps = (1 - alpha_bar) ** 0.5 * x_t - alpha_bar**0.5 * v\n",
            "from_v uses the other sign of v in both results: x0 has a minus before v, eps a plus.",
        ),
        Slip(
            "back-x0-sign",
            X0,
            "alpha_bar**0.5 * x_t + (1 - alpha_bar) ** 0.5 * v",
            "In from_v x0 has a plus before v; with v = sqrt(alpha-bar) eps - sqrt(1 - alpha-bar) x0 it is a minus, so that eps "
            "cancels.",
        ),
        Slip(
            "back-eps-sign",
            EPS,
            "(1 - alpha_bar) ** 0.5 * x_t - alpha_bar**0.5 * v",
            "In from_v eps has a minus before v; it is a plus, so that x0 cancels.",
        ),
        Slip(
            "back-eps-negative",
            EPS,
            "alpha_bar**0.5 * v - (1 - alpha_bar) ** 0.5 * x_t",
            "In from_v x_t is subtracted for eps; both parts are added, so that x0 cancels.",
        ),
        Slip(
            "back-order",
            "return x0, eps",
            "return eps, x0",
            "from_v returns (eps, x0); asked for is (x0, eps).",
        ),
        Slip(
            "back-factors-swapped",
            "    x0 = " + X0 + "\n    eps = " + EPS + "\n",
            "    x0 = (1 - alpha_bar) ** 0.5 * x_t - alpha_bar**0.5 * v\n"
            "    eps = alpha_bar**0.5 * x_t + (1 - alpha_bar) ** 0.5 * v\n",
            "In from_v the two factors are exchanged: x0 = sqrt(alpha-bar) x_t - sqrt(1 - alpha-bar) v.",
        ),
        Slip(
            "back-v-read-as-noise",
            "    x0 = " + X0 + "\n    eps = " + EPS + "\n",
            "    x0 = (x_t - (1 - alpha_bar) ** 0.5 * v) / alpha_bar**0.5\n    eps = v\n",
            "from_v takes v for the noise; v has to be rotated back, x0 = sqrt(alpha-bar) x_t - sqrt(1 - alpha-bar) v.",
        ),
        Slip(
            "back-x0-as-from-noise",
            X0,
            "(x_t - (1 - alpha_bar) ** 0.5 * v) / alpha_bar**0.5",
            "x0 is worked out as if v were the noise: from v there is no division, x0 = sqrt(alpha-bar) x_t - "
            "sqrt(1 - alpha-bar) v.",
        ),
        Slip(
            "back-eps-is-v",
            EPS,
            "v",
            "v itself is returned as the noise; eps = sqrt(1 - alpha-bar) x_t + sqrt(alpha-bar) v.",
        ),
        Slip(
            "back-no-roots",
            "    x0 = " + X0 + "\n    eps = " + EPS + "\n",
            "    x0 = alpha_bar * x_t - (1 - alpha_bar) * v\n    eps = (1 - alpha_bar) * x_t + alpha_bar * v\n",
            "In from_v the roots are missing: the factors are sqrt(alpha-bar) and sqrt(1 - alpha-bar).",
        ),
        Slip(
            "back-x0-divided",
            X0,
            f"({X0}) / alpha_bar**0.5",
            "x0 is divided by sqrt(alpha-bar); the way back is a rotation, too, and has no division.",
        ),
        Slip(
            "back-clipped",
            "return x0, eps",
            "return x0.clamp(-1, 1), eps",
            "x0 is clipped to [-1, 1]; samplers may do so for images in that range, but it is not asked for.",
        ),
        Slip(
            "back-clipped-and-noise-from-it",
            "    eps = " + EPS + "\n",
            "    x0 = x0.clamp(-1, 1)\n    eps = (x_t - alpha_bar**0.5 * x0) / (1 - alpha_bar) ** 0.5\n",
            "x0 is clipped to [-1, 1] and eps worked out anew from it; no clipping is asked for.",
        ),
        Slip(
            "back-eps-of-the-x0-formula",
            EPS,
            "(x_t - x0) / (1 - alpha_bar) ** 0.5",
            "eps is what x0 at full size leaves of x_t; x_t holds sqrt(alpha-bar) x0, so subtract that.",
        ),
        Slip(
            "back-without-eps",
            "return x0, eps",
            "return x0",
            "from_v returns x0 alone; asked for is the pair (x0, eps).",
        ),
        Slip(
            "back-eps-factors-swapped",
            EPS,
            "alpha_bar**0.5 * x_t + (1 - alpha_bar) ** 0.5 * v",
            "In the formula for eps the factors are exchanged: x_t has sqrt(1 - alpha-bar), v has sqrt(alpha-bar).",
        ),
    ),
)
