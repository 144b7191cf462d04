"""Root-mean-square normalisation (Zhang and Sennrich 2019, arXiv:1910.07467, eq. 4; ε as in current libraries).

    y = w ⊙ x / √(mean(x²) + ε)

Layer normalisation without its two means: nothing is subtracted, neither from x nor in the square, and there is no shift.
The mean runs over the features of one token. It is a mean, not a sum: for w = 1 the features have mean square 1, and the
vector the length √D. ε stands inside the root, so that a vector of zeros gives zeros, with a finite gradient.

Shapes: x (...,D), weight (D,).
Returns: (...,D).
"""

from collections.abc import Iterator

from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip


def rms_norm(x: Tensor, weight: Tensor, eps: float = 1e-6) -> Tensor:
    """Unit root mean square over the last axis, then a learned gain."""
    mean_square = x.square().mean(dim=-1, keepdim=True)  # (...,1)
    x_hat = x / (mean_square + eps).sqrt()  # (...,D)
    return x_hat * weight


# ----------------------------------------------------------------------------------------------------------------------


def gain(draw: Draw, D: int) -> Tensor:
    """A gain away from zero and one, with both signs."""
    return draw.normal(D, mean=1.0, scale=0.7)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one vector", (draw.normal(4), gain(draw, 4)))
    yield Case("mean and scale away from 0 and 1", (draw.normal(3, 7, mean=2.0, scale=3.0), gain(draw, 7)))
    yield Case("tokens in a batch", (draw.normal(2, 5, 6, mean=-1.0), gain(draw, 6)))
    yield Case("as many rows as features", (draw.normal(5, 5, 5, mean=0.5, scale=2.0), gain(draw, 5)))
    yield Case("four axes", (draw.normal(2, 3, 4, 5), gain(draw, 5)))
    yield Case("two features", (draw.normal(4, 2, scale=0.5), gain(draw, 2), 1.0))
    yield Case("large eps", (draw.normal(3, 8), gain(draw, 8)), {"eps": 0.3})
    yield Case("eps of 4", (draw.normal(2, 3, 5), gain(draw, 5)), {"eps": 4.0})
    yield Case("mean square near the default eps", (draw.normal(2, 3, 9, mean=4e-4, scale=1e-3), gain(draw, 9)))
    yield Case("mean square below another eps", (draw.normal(3, 6, scale=1e-3), gain(draw, 6)), {"eps": 1e-5})
    yield Case("mean square far below eps", (draw.normal(3, 4, scale=1e-5), gain(draw, 4)))
    yield Case("tiny eps", (draw.normal(3, 5, scale=1e-4), gain(draw, 5)), {"eps": 1e-8})
    yield Case("zeros in one row", (zeros_in_one_row(draw, 4, 6), gain(draw, 6)), grad=False)
    yield Case("one feature", (draw.normal(3, 1, scale=0.2), gain(draw, 1)), {"eps": 0.05})


def zeros_in_one_row(draw: Draw, N: int, D: int) -> Tensor:
    """Rows of which the second is 0."""
    x = draw.normal(N, D).double()
    x[1] = 0.0
    return draw.floating(x)


MEAN = "mean_square = x.square().mean(dim=-1, keepdim=True)"

PROBLEM = Problem(
    id="rms-norm",
    entries=(rms_norm,),
    cases=cases,
    slips=(
        Slip(
            "length-over-width",
            MEAN,
            MEAN + " / x.shape[-1]",
            "The length of the vector is divided by D; the root of the mean square is the length divided by the root of D.",
        ),
        Slip(
            "layer-norm",
            MEAN,
            "x = x - x.mean(dim=-1, keepdim=True)\n    mean_square = x.square().mean(dim=-1, keepdim=True)",
            "That is layer normalisation: the mean is subtracted first. RMSNorm subtracts nothing.",
        ),
        Slip(
            "variance-for-the-mean-square",
            MEAN,
            "mean_square = x.var(dim=-1, correction=0, keepdim=True)",
            "You divide by the standard deviation, about the mean; RMSNorm takes the mean square of x itself.",
        ),
        Slip(
            "unbiased-variance",
            MEAN,
            "mean_square = x.var(dim=-1, keepdim=True)",
            "You divide by the unbiased standard deviation, about the mean; RMSNorm takes the mean square of x itself.",
        ),
        Slip(
            "standard-deviation-plus-eps",
            "x / (mean_square + eps).sqrt()",
            "x / (x.std(dim=-1, keepdim=True) + eps)",
            "You divide by the standard deviation plus eps; it is the root of the mean square plus eps, with no mean subtracted.",
        ),
        Slip(
            "mean-subtracted-above-alone",
            "x_hat = x /",
            "x_hat = (x - x.mean(dim=-1, keepdim=True)) /",
            "The mean is subtracted from what is divided; RMSNorm subtracts nothing.",
        ),
        Slip(
            "no-root",
            "(mean_square + eps).sqrt()",
            "(mean_square + eps)",
            "You divide by the mean square; divide by its root.",
        ),
        Slip(
            "unit-length",
            "x.square().mean(",
            "x.square().sum(",
            "The squares are summed, which gives vectors of length 1: take their mean.",
        ),
        Slip(
            "length-bounded-from-below",
            "(mean_square + eps).sqrt()",
            "x.norm(dim=-1, keepdim=True).clamp(min=eps)",
            "You divide by the length of the vector, as F.normalize does, with eps as its lower bound; divide by the root of the "
            "mean square plus eps.",
        ),
        Slip(
            "length-plus-eps",
            "(mean_square + eps).sqrt()",
            "(x.norm(dim=-1, keepdim=True) + eps)",
            "You divide by the length of the vector plus eps; divide by the root of the mean square plus eps.",
        ),
        Slip(
            "length-divided-by-d",
            "(mean_square + eps).sqrt()",
            "(x.square().sum(dim=-1, keepdim=True).sqrt() / x.shape[-1] + eps)",
            "The length is divided by D outside the root; the root mean square is the length divided by sqrt(D).",
        ),
        Slip(
            "divided-by-d-minus-1",
            "x.square().mean(dim=-1, keepdim=True)",
            "x.square().sum(dim=-1, keepdim=True) / max(x.shape[-1] - 1, 1)",
            "The sum of squares is divided by D - 1, as in an unbiased variance; no mean is estimated here: divide by D.",
        ),
        Slip(
            "eps-outside-root",
            "(mean_square + eps).sqrt()",
            "(mean_square.sqrt() + eps)",
            "eps is added to the root; it is added to the mean square, inside the root.",
        ),
        Slip(
            "no-eps",
            "(mean_square + eps)",
            "mean_square",
            "eps is not used: where the mean square is small the result is another, and a vector of zeros gives NaN.",
        ),
        Slip("eps-constant", "(mean_square + eps)", "(mean_square + 1e-6)", "The argument eps has no effect."),
        Slip(
            "eps-as-floor",
            "(mean_square + eps)",
            "mean_square.clamp(min=eps)",
            "eps is a lower bound of the mean square; it is added to it.",
        ),
        Slip(
            "eps-as-floor-of-the-root",
            "(mean_square + eps).sqrt()",
            "mean_square.sqrt().clamp(min=eps)",
            "eps bounds the root from below; it is added to the mean square, inside the root.",
        ),
        Slip(
            "eps-as-floor-of-the-length",
            "x / (mean_square + eps).sqrt()",
            "x / x.norm(dim=-1, keepdim=True).clamp(min=eps) * x.shape[-1] ** 0.5",
            "eps bounds the length from below, as in F.normalize; it is added to the mean square, inside the root.",
        ),
        Slip("eps-squared", "(mean_square + eps)", "(mean_square + eps**2)", "eps is squared before it is added."),
        Slip(
            "eps-in-the-sum",
            "(mean_square + eps)",
            "(mean_square + eps / x.shape[-1])",
            "eps is added to the sum of squares before it is divided by D; it is added to the mean.",
        ),
        Slip(
            "eps-to-each-value",
            "x.square().mean(",
            "(x + eps).square().mean(",
            "eps is added to x before it is squared, too; it is added once, to the mean square.",
        ),
        Slip(
            "eps-twice",
            "(mean_square + eps).sqrt()",
            "((mean_square + eps).sqrt() + eps)",
            "eps is added inside the root and outside of it; it belongs inside alone.",
        ),
        Slip(
            "default-eps-of-1e-5",
            "eps: float = 1e-6",
            "eps: float = 1e-5",
            "The default of eps is 1e-6; yours is 1e-5.",
        ),
        Slip(
            "default-eps-of-1e-8",
            "eps: float = 1e-6",
            "eps: float = 1e-8",
            "The default of eps is 1e-6; yours is 1e-8.",
        ),
        Slip(
            "default-eps-far-smaller",
            "eps: float = 1e-6",
            "eps: float = 1.1920929e-7",
            "The default of eps is 1e-6; yours is the rounding of float32, 1.2e-7, as nn.RMSNorm has it without eps.",
        ),
        Slip(
            "default-eps-of-1e-12",
            "eps: float = 1e-6",
            "eps: float = 1e-12",
            "The default of eps is 1e-6; yours is 1e-12.",
        ),
        Slip("no-weight", "return x_hat * weight", "return x_hat", "The gain is not applied: multiply by weight."),
        Slip(
            "weight-plus-one",
            "x_hat * weight",
            "x_hat * (1 + weight)",
            "1 is added to the weight, as where the gain is stored as an offset; here weight is the gain itself.",
        ),
        Slip("weight-added", "x_hat * weight", "x_hat + weight", "The weight is added; it is a gain: multiply by it."),
        Slip("divided-by-weight", "x_hat * weight", "x_hat / weight", "You divide by the weight; multiply by it."),
        Slip(
            "weight-before-the-norm",
            "return x_hat * weight",
            "return (x * weight) / ((x * weight).square().mean(dim=-1, keepdim=True) + eps).sqrt()",
            "The gain is applied before the mean square is taken, which takes most of it away again: normalise x first.",
        ),
        Slip(
            "size-of-the-weight",
            "x_hat * weight",
            "x_hat * weight.abs()",
            "The weight loses its sign: a gain may be negative.",
        ),
        Slip(
            "over-the-batch",
            "mean(dim=-1, keepdim=True)",
            "mean(dim=0, keepdim=True)",
            "The mean runs over the first axis; it runs over the features, the last one.",
        ),
        Slip(
            "over-the-second-axis",
            "mean(dim=-1, keepdim=True)",
            "mean(dim=min(1, x.ndim - 1), keepdim=True)",
            "The mean runs over axis 1, which is the last one for matrices only: use dim=-1.",
        ),
        Slip(
            "over-the-last-but-one",
            "mean(dim=-1, keepdim=True)",
            "mean(dim=max(-2, -x.ndim), keepdim=True)",
            "The mean runs over the last axis but one, the tokens; it runs over the features of one token.",
        ),
        Slip(
            "over-everything",
            "x.square().mean(dim=-1, keepdim=True)",
            "x.square().mean()",
            "One mean square is taken over the whole tensor; every token has its own.",
        ),
        Slip(
            "over-all-but-the-batch",
            "mean(dim=-1, keepdim=True)",
            "mean(dim=tuple(range(1, x.ndim)) or None, keepdim=True)",
            "One mean square is taken for each sample, over all its tokens; every token has its own, over the last axis.",
        ),
        Slip(
            "axis-lost",
            "mean(dim=-1, keepdim=True)",
            "mean(dim=-1)",
            "The mean loses the last axis, so that it is aligned with the features of x, or does not fit: keepdim=True.",
        ),
        Slip(
            "multiplied-by-the-root",
            "x / (mean_square",
            "x * (mean_square",
            "You multiply by the root mean square; divide by it (sqrt in place of rsqrt?).",
        ),
        Slip(
            "root-twice",
            "(mean_square + eps).sqrt()",
            "(mean_square + eps).sqrt().sqrt()",
            "The root is taken twice: rsqrt(z) is already 1/sqrt(z).",
        ),
        Slip(
            "square-of-the-mean",
            "x.square().mean(dim=-1, keepdim=True)",
            "x.mean(dim=-1, keepdim=True).square()",
            "The mean is squared; take the mean of the squares.",
        ),
        Slip(
            "not-squared",
            "x.square().mean(",
            "x.mean(",
            "The square is missing: the root of a mean of x is NaN where that is negative.",
        ),
        Slip(
            "mean-size",
            "(mean_square + eps).sqrt()",
            "(x.abs().mean(dim=-1, keepdim=True) + eps)",
            "You divide by the mean absolute value; divide by the root of the mean square.",
        ),
        Slip(
            "largest-size",
            "(mean_square + eps).sqrt()",
            "(x.abs().amax(dim=-1, keepdim=True) + eps)",
            "You divide by the largest absolute value; divide by the root of the mean square.",
        ),
        Slip(
            "statistic-detached",
            "(mean_square + eps)",
            "(mean_square.detach() + eps)",
            "The mean square is taken as a constant: the gradient has to go through it, too.",
        ),
        Slip(
            "two-axes-at-least",
            "return x_hat * weight",
            "return (x_hat * weight).reshape(*x.shape[:-1] or (1,), -1)",
            "A single vector comes back as (1,D), as where x is made two-dimensional first: the result has the shape of x.",
        ),
        Slip(
            "rows-in-one-axis",
            "return x_hat * weight",
            "return (x_hat * weight).reshape(-1, x.shape[-1])",
            "The result comes back as (N,D), all leading axes in one: give it the shape of x.",
        ),
    ),
)
