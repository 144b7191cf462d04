"""The k3 estimate of the KL divergence to a reference policy (Schulman 2020, "Approximating KL divergence"; GRPO's penalty:
Shao et al. 2024, arXiv:2402.03300, eq. 4).

    D_KL(π_θ ‖ π_ref) ≈ k3 = ρ - 1 - log ρ = exp(d) - d - 1,     ρ = π_ref / π_θ,  d = log π_ref - log π_θ

The tokens were sampled from π_θ, under which ρ - 1 has mean 0: adding it to the plain estimate -d keeps the mean and takes the
first-order noise away. No tangent of exp lies above it, so each k3 is >= 0, about d²/2 where the policies nearly agree.

Shapes: logp, logp_ref (B,T), log-probabilities of the sampled tokens. Returns: one estimate for each token, (B,T).
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Law, Problem, Slip, World, expect, expect_close


def k3_kl(logp: Tensor, logp_ref: Tensor) -> Tensor:
    """exp(d) - d - 1 for each token."""
    d = logp_ref - logp  # (B,T)
    return torch.expm1(d) - d  # exp(d) - 1 in one step: exp(d) is so close to 1 that float32 rounds most of d² away


# ----------------------------------------------------------------------------------------------------------------------

REFERENCE_IS_FIXED = ("logp_ref",)
"""No gradient is asked of the reference model: a right answer may detach it."""


def apart(draw: Draw, d: Tensor) -> tuple[Tensor, Tensor]:
    """Log-probabilities of tokens that differ by these d, up to rounding; the likelier of the two is near 1/e."""
    d = d[draw.permutation(len(d))].double()
    higher = draw.uniform(*d.shape, low=-2.0, high=-0.3).double()
    return draw.floating(higher + d.clamp(max=0) - d), draw.floating(higher + d.clamp(max=0))


def mixed(draw: Draw, B: int, T: int, low: float, high: float) -> tuple[Tensor, Tensor]:
    """|d| between these bounds, of both signs within each row."""
    sign = 1.0 - 2 * (torch.arange(B * T).reshape(B, T) % 2)
    return apart(draw, sign * draw.uniform(B, T, low=low, high=high).double())


def one_way(draw: Draw, sign: int, B: int, T: int, low: float, high: float) -> tuple[Tensor, Tensor]:
    """|d| between these bounds, all of this sign."""
    return apart(draw, sign * draw.uniform(B, T, low=low, high=high).double())


def near_and_far(draw: Draw, near: float) -> tuple[Tensor, Tensor]:
    """Half of the tokens have |d| near this, one in each row is far: its estimate says how exact the others have to be."""
    size = draw.uniform(3, 6, low=0.8, high=1.0).double() * near
    size[:, 1] = draw.uniform(3, low=0.5, high=0.8).double()
    return apart(draw, size * torch.tensor([1.0, -1.0, -1.0, 1.0, -1.0, 1.0]))


def unlikely(draw: Draw) -> tuple[Tensor, Tensor]:
    """Log-probabilities near -900, whose exponentials are 0 in any precision; all are multiples of 1/64, exact in float32."""
    logp = -900 - draw.integers(0, 64, 2, 3).double() / 8
    moved = torch.tensor([[0.5, -0.75, 0.25], [-0.25, 1.0, -1.5]])
    return draw.floating(logp), draw.floating(logp + moved)


def cases(draw: Draw) -> Iterator[Case]:
    fixed = REFERENCE_IS_FIXED
    yield Case("one token, the reference likelier", one_way(draw, 1, 1, 1, 0.4, 0.9), constant=fixed)
    yield Case("one token, the policy likelier", one_way(draw, -1, 1, 1, 0.4, 0.9), constant=fixed)
    yield Case("several answers", mixed(draw, 3, 5, 0.2, 1.6), constant=fixed)
    yield Case("answers of one token", mixed(draw, 4, 1, 0.2, 1.6), constant=fixed)
    yield Case("the reference likelier throughout", one_way(draw, 1, 2, 4, 0.3, 2.0), constant=fixed)
    yield Case("the policy likelier throughout", one_way(draw, -1, 4, 2, 0.3, 2.0), constant=fixed)
    logp = draw.uniform(2, 5, low=-4, high=-0.1)
    yield Case("the policy is the reference", (logp, logp.clone()), constant=fixed)
    yield Case("d near 0.09", near_and_far(draw, 0.09), constant=fixed)
    yield Case("d near 1e-3", near_and_far(draw, 1e-3), constant=fixed)
    yield Case("d of 3 to 4", mixed(draw, 2, 3, 3.0, 4.0), constant=fixed)
    yield Case("d of 6 to 8", one_way(draw, 1, 2, 3, 6.0, 8.0), constant=fixed)
    yield Case("d of 12 to 15", one_way(draw, 1, 3, 2, 12.0, 15.0), constant=fixed)
    yield Case("d of 22 to 25", one_way(draw, 1, 1, 4, 22.0, 25.0), constant=fixed)
    yield Case("d of -25 to -2", one_way(draw, -1, 2, 6, 2.0, 25.0), constant=fixed)
    yield Case("log-probabilities near -900", unlikely(draw), constant=fixed)


def accurate_near_the_reference(world: World, draw: Draw) -> None:
    for size in (1e-3, 1e-4, 1e-6):
        logp, logp_ref = mixed(draw, 4, 8, 0.5 * size, size)
        result = world.call("k3_kl", logp, logp_ref)
        d = logp_ref.double() - logp.double()
        expect_close(
            result, torch.expm1(d) - d, "within 1e-6 of exp(d) - d - 1 where |d| <= 1e-3", "accurate", rtol=0, atol=1e-6
        )
        expect(bool((torch.as_tensor(result) >= -1e-6).all()), "no estimate is below -1e-6", "non-negative")


def in_half_precision(logp: Tensor, logp_ref: Tensor) -> Tensor:
    d = (logp_ref - logp).bfloat16()
    return (d.exp() - d - 1).to(logp.dtype)


def for_whole_answers(logp: Tensor, logp_ref: Tensor) -> Tensor:
    d = (logp_ref - logp).sum(dim=-1)
    return torch.expm1(d) - d


K3 = "torch.expm1(d) - d"


def in_float16(logp: Tensor, logp_ref: Tensor) -> Tensor:
    d = (logp_ref - logp).half()
    return (d.exp() - d - 1).to(logp.dtype)


PROBLEM = Problem(
    id="k3-kl",
    entries=(k3_kl,),
    cases=cases,
    laws=(Law("accurate and not negative where the policies nearly agree", accurate_near_the_reference),),
    slips=(
        Slip(
            "ratio-inverted",
            "logp_ref - logp",
            "logp - logp_ref",
            "The ratio is policy over reference; the samples come from the policy, so that it is reference over policy: "
            "d = logp_ref - logp.",
        ),
        Slip(
            "k1",
            K3,
            "-d",
            "This is k1, logp - logp_ref: unbiased too, but noisy and often negative. k3 adds exp(d) - 1 to it.",
        ),
        Slip(
            "k1-negated",
            K3,
            "d",
            "This is logp_ref - logp, minus the plain log-ratio; k3 is exp(d) - d - 1.",
        ),
        Slip(
            "k2",
            K3,
            "d.square() / 2",
            "This is k2, d^2/2, which is biased; it agrees with k3 only for small d: exp(d) - d - 1.",
        ),
        Slip(
            "square-without-half",
            K3,
            "d.square()",
            "The square of the log-ratio is no estimate of the KL (k2 has a factor 1/2, and is biased): k3 is exp(d) - d - 1.",
        ),
        Slip(
            "absolute-log-ratio",
            K3,
            "d.abs()",
            "This is |logp - logp_ref|, non-negative but biased: k3 is exp(d) - d - 1.",
        ),
        Slip(
            "no-minus-one",
            K3,
            "d.exp() - d",
            "The 1 is not subtracted, so that equal policies get 1: exp(d) - d - 1.",
        ),
        Slip(
            "plus-one",
            K3,
            "d.exp() - d + 1",
            "1 is added where it is subtracted: exp(d) - d - 1 is 0 where the policies agree.",
        ),
        Slip(
            "one-subtracted-twice",
            K3,
            "torch.expm1(d) - d - 1",
            "1 is subtracted twice: expm1(d) is exp(d) - 1 already.",
        ),
        Slip(
            "plus-d",
            K3,
            "torch.expm1(d) + d",
            "d is added; it is subtracted, so that the first order cancels: exp(d) - d - 1.",
        ),
        Slip(
            "no-log-term",
            K3,
            "torch.expm1(d)",
            "The term -d is missing: exp(d) - 1 has mean 0 under the policy and only takes noise off -d.",
        ),
        Slip(
            "ratio-alone",
            K3,
            "d.exp()",
            "This is the ratio of the probabilities, exp(d): k3 is exp(d) - d - 1.",
        ),
        Slip(
            "negated",
            K3,
            "d - torch.expm1(d)",
            "The sign is wrong: this is 1 + d - exp(d), never positive. The estimate is exp(d) - d - 1.",
        ),
        Slip(
            "ratio-inverted-in-the-exponential",
            K3,
            "torch.expm1(-d) - d",
            "exp takes the log-ratio of policy to reference, the other term that of reference to policy: use "
            "d = logp_ref - logp in both.",
        ),
        Slip(
            "reversed-direction",
            K3,
            "d.exp() * d - torch.expm1(d)",
            "This is rho log(rho) - (rho - 1), which estimates KL(reference || policy); here it is rho - 1 - log(rho).",
        ),
        Slip(
            "weighted-by-the-policy",
            K3,
            "logp.exp() * -d",
            "This is p (log p - log p_ref), one term of the exact sum over the vocabulary; a sampled token is weighted by the "
            "sampling already: exp(d) - d - 1.",
        ),
        Slip(
            "weighted-by-the-reference",
            K3,
            "logp_ref.exp() * d",
            "This is p_ref (log p_ref - log p), what kl_div computes with log_target: one term of the other direction's exact "
            "sum. The estimate is exp(d) - d - 1.",
        ),
        Slip(
            "weighted-by-the-reference-and-averaged",
            K3,
            "(logp_ref.exp() * d).mean()",
            "This is the mean of p_ref (log p_ref - log p), what kl_div computes with log_target: parts of the other direction's "
            "exact sum. One estimate for each token is asked for, exp(d) - d - 1.",
        ),
        Slip(
            "estimate-weighted",
            K3,
            "logp.exp() * (torch.expm1(d) - d)",
            "The estimate is multiplied by the token's probability; the token was sampled with it already.",
        ),
        Slip("mean", K3, f"({K3}).mean()", "The mean is returned; one estimate for each token is asked for, (B,T)."),
        Slip("sum", K3, f"({K3}).sum()", "The sum is returned; one estimate for each token is asked for, (B,T)."),
        Slip(
            "mean-of-each-answer",
            K3,
            f"({K3}).mean(dim=-1)",
            "The estimates of an answer are averaged; one for each token is asked for, (B,T).",
        ),
        Slip(
            "sum-of-each-answer",
            K3,
            f"({K3}).sum(dim=-1)",
            "The estimates of an answer are added; one for each token is asked for, (B,T).",
        ),
        FunctionSlip(
            "for-whole-answers",
            {"k3_kl": for_whole_answers},
            "The log-ratios of an answer are added before exp, which makes one estimate of it; each token has its own, (B,T).",
        ),
        Slip(
            "ratio-of-logs",
            "logp_ref - logp",
            "logp_ref / logp",
            "Log-probabilities are divided; the log of the ratio is their difference.",
        ),
        Slip(
            "difference-of-probabilities",
            "logp_ref - logp",
            "logp_ref.exp() - logp.exp()",
            "d is the difference of the probabilities; it is the difference of their logarithms.",
        ),
        Slip(
            "probabilities-divided",
            K3,
            "logp_ref.exp() / logp.exp() - d - 1",
            "The probabilities of unlikely tokens underflow to 0, and 0/0 is NaN: subtract the logarithms, then take exp.",
        ),
        Slip(
            "eps-in-the-ratio",
            K3,
            "logp_ref.exp() / (logp.exp() + 1e-8) - d - 1",
            "A small constant in the denominator spoils the ratio of unlikely tokens: subtract the logarithms, then take exp.",
        ),
        Slip(
            "policy-detached",
            K3,
            f"({K3}).detach()",
            "The value is right, but no gradient reaches logp: no_grad, .item(), detach or .data cut it off. Only the "
            "reference may be detached.",
        ),
        Slip(
            "ratio-detached",
            K3,
            "torch.expm1(d.detach()) - d",
            "The ratio is detached, so that the gradient is that of k1, always 1; it is 1 - exp(d).",
        ),
        Slip(
            "log-term-detached",
            K3,
            "torch.expm1(d) - d.detach()",
            "The term -d is detached, so that the gradient is -exp(d) even where the policies agree; it is 1 - exp(d).",
        ),
        Slip(
            "estimate-clamped",
            K3,
            f"({K3}).clamp(max=10)",
            "The estimate stops at 10, as some libraries clamp it, and with it the gradient: k3 has no upper bound.",
        ),
        Slip(
            "estimate-clamped-at-1",
            K3,
            f"({K3}).clamp(max=1)",
            "The estimate stops at 1, and with it the gradient: k3 has no upper bound.",
        ),
        *(
            Slip(
                f"difference-clamped-at-{bound}",
                "logp_ref - logp",
                f"(logp_ref - logp).clamp(-{bound}, {bound})",
                f"d is clamped to [-{bound}, {bound}]: tokens beyond it get a wrong estimate and no gradient.",
            )
            for bound in (1, 2, 3, 5, 10, 20)
        ),
        Slip(
            "differences-above-0-alone",
            "logp_ref - logp",
            "(logp_ref - logp).clamp(min=0)",
            "Tokens that the policy makes likelier count as 0; k3 is positive on both sides of d = 0.",
        ),
        Slip(
            "differences-below-0-alone",
            "logp_ref - logp",
            "(logp_ref - logp).clamp(max=0)",
            "Tokens that the reference makes likelier count as 0; k3 is positive on both sides of d = 0.",
        ),
        Slip(
            "absolute-difference",
            "logp_ref - logp",
            "(logp_ref - logp).abs()",
            "The sign of d is lost: k3 grows like exp on one side and linearly on the other.",
        ),
        Slip(
            "absolute-difference-negated",
            "logp_ref - logp",
            "-(logp_ref - logp).abs()",
            "The sign of d is lost, and -|d| goes in: k3 grows like exp where the reference is likelier.",
        ),
        Slip(
            "base-2",
            K3,
            "torch.exp2(d) - d - 1",
            "The ratio is taken as 2^d; log-probabilities are natural logarithms: exp(d).",
        ),
        Slip(
            "third-order",
            K3,
            "d.square() / 2 + d ** 3 / 6",
            "These are the first terms of the series of exp, good near 0 alone: exp(d) - d - 1.",
        ),
        Slip(
            "parabola-near-0",
            K3,
            "torch.where(d.abs() < 0.1, d.square() / 2, torch.expm1(d) - d)",
            "Near 0 the estimate is replaced by d^2/2, whose error d^3/6 is far too large there: use expm1(d) - d.",
        ),
        Slip("halved", K3, f"({K3}) / 2", "The estimate is halved: k3 is exp(d) - d - 1 itself."),
        FunctionSlip(
            "half-precision",
            {"k3_kl": in_half_precision},
            "The estimate is computed in half precision, where exp(d) near 1 keeps two or three digits: use at least float32.",
        ),
        Slip(
            "eps-in-the-log",
            K3,
            "torch.expm1(d) - (d.exp() + 1e-8).log()",
            "A small constant inside the logarithm bounds it, so that tokens far likelier under the policy cost too "
            "little: log(rho) is d itself.",
        ),
        Slip(
            "estimate-clamped-at-100",
            K3,
            "(torch.expm1(d) - d).clamp(max=100)",
            "The estimate stops at 100, and with it the gradient: k3 has no upper bound.",
        ),
        Slip(
            "floored",
            K3,
            "(torch.expm1(d) - d).clamp(min=1e-6)",
            "The estimate is bounded from below by a small constant, so that equal policies are not at 0 and near "
            "ones get no gradient: with expm1 nothing needs to be cut off.",
        ),
        Slip(
            "mean-over-the-batch",
            K3,
            "(torch.expm1(d) - d).mean(dim=0)",
            "The estimates are averaged over the batch; one for each token is asked for, (B,T).",
        ),
        Slip(
            "normalised-over-the-tokens",
            "logp_ref - logp",
            "logp_ref.log_softmax(dim=-1) - logp.log_softmax(dim=-1)",
            "A softmax is taken over the tokens of an answer; these are log-probabilities already, each of a "
            "distribution of its own.",
        ),
        Slip(
            "logs-divided-as-the-ratio",
            K3,
            "logp_ref / logp - (logp_ref / logp).log() - 1",
            "Log-probabilities are divided and taken for the ratio; it is exp of their difference, rho = exp(d).",
        ),
        FunctionSlip(
            "float16",
            {"k3_kl": in_float16},
            "The estimate is computed in float16, where exp(d) near 1 keeps three digits and overflows above d = 11: "
            "use at least float32.",
        ),
    ),
)
