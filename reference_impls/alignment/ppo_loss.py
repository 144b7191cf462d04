"""Clipped surrogate loss of PPO (Schulman et al. 2017, arXiv:1707.06347, eq. 7).

    L = -E[ min( r A,  clip(r, 1-ε, 1+ε) A ) ],     r = π_θ(a|s) / π_old(a|s) = exp(log π_θ - log π_old)

The minimum is the pessimistic of the two: a good action (A > 0) earns nothing more above r = 1+ε, a bad one (A < 0) nothing
below 1-ε, and there the gradient is 0. On the other two sides, where the policy has moved the wrong way, it stays.

Shapes: logp, logp_old, advantages all (...); log-probabilities of the actions that were taken. Returns: a scalar to minimise.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip


def ppo_loss(logp: Tensor, logp_old: Tensor, advantages: Tensor, clip: float = 0.2) -> Tensor:
    """-mean(min(r A, clip(r) A)) over all actions."""
    ratio = (logp - logp_old).exp()
    clipped = ratio.clamp(1 - clip, 1 + clip)
    return -torch.minimum(ratio * advantages, clipped * advantages).mean()


# ----------------------------------------------------------------------------------------------------------------------

ROLLOUT_IS_FIXED = ("logp_old", "advantages")
"""No gradient is asked of what was stored with the rollout: a right answer may detach it."""

Rollout = tuple[Tensor, Tensor, Tensor]


def rollout(draw: Draw, clip: float, *shape: int) -> Rollout:
    """Actions below, inside and above the clip range, in turn, each with advantages of both signs.

    No ratio is near 1-ε or 1+ε, where the loss has a corner.
    """
    count = torch.Size(shape).numel()
    place = torch.arange(count) % 3 - 1  # -1 below, 0 inside, 1 above
    inside = draw.uniform(count, low=-0.7, high=0.7).double()
    beyond = draw.uniform(count, low=1.4, high=3.0).double()
    ratio = 1 + clip * torch.where(place == 0, inside, place * beyond)
    sign = 1 - 2 * (torch.arange(count) // 3 % 2)
    advantages = sign * draw.uniform(count, low=0.3, high=2.0).double()
    order = torch.tensor(draw.permutation(count))
    logp_old = draw.uniform(count, low=-4, high=-0.5).double()
    logp = logp_old + ratio.log()
    logp, logp_old, advantages = (values[order].reshape(shape) for values in (logp, logp_old, advantages))
    return draw.floating(logp), draw.floating(logp_old), draw.floating(advantages)


def one_sided(draw: Draw, sign: int) -> Rollout:
    """A rollout whose advantages all have this sign."""
    logp, logp_old, advantages = rollout(draw, 0.2, 9)
    return logp, logp_old, sign * advantages.abs()


def long_way(draw: Draw) -> Rollout:
    """Ratios of about 5 and 50, and as far below 1, with advantages of both signs."""
    logp_old = draw.uniform(8, low=-9, high=-5)
    moved = torch.tensor([4.0, -4.0, 4.0, -4.0, 1.6, -1.6, 1.6, -1.6]) + draw.uniform(8, low=-0.1, high=0.1).double()
    sign = torch.tensor([1, 1, -1, -1, 1, 1, -1, -1])
    return draw.floating(logp_old.double() + moved), logp_old, draw.floating(sign * draw.uniform(8, low=0.5).double())


def whole_answers(draw: Draw) -> Rollout:
    """Log-probabilities near -900, whose exponentials are 0 in any precision; all are multiples of 1/64, exact in float32."""
    logp_old = -900 - draw.integers(0, 64, 6) / 8
    moved = torch.tensor([0.5, 0.5, -0.5, -0.5, 0.125, -0.125])
    sign = torch.tensor([1, -1, 1, -1, -1, 1])
    return (
        draw.floating(logp_old + moved),
        draw.floating(logp_old),
        draw.floating(sign * draw.uniform(6, low=0.5).double()),
    )


def cases(draw: Draw) -> Iterator[Case]:
    one = draw.floating([-1.05]), draw.floating([-1.15]), draw.uniform(1, low=0.5, high=2.0)
    yield Case("one action inside the range", one, constant=ROLLOUT_IS_FIXED)
    yield Case("both sides of the range, both signs", rollout(draw, 0.2, 12), constant=ROLLOUT_IS_FIXED)
    yield Case("narrow range", (*rollout(draw, 0.05, 18), 0.05), constant=ROLLOUT_IS_FIXED)
    yield Case("wide range", rollout(draw, 0.3, 15), {"clip": 0.3}, constant=ROLLOUT_IS_FIXED)
    yield Case("tokens of several answers", rollout(draw, 0.2, 4, 7), constant=ROLLOUT_IS_FIXED)
    yield Case("good actions only", one_sided(draw, 1), constant=ROLLOUT_IS_FIXED)
    yield Case("bad actions only", one_sided(draw, -1), constant=ROLLOUT_IS_FIXED)
    logp = draw.uniform(6, low=-3, high=-0.5)
    yield Case("the policy has not moved", (logp, logp.clone(), draw.normal(6)), constant=ROLLOUT_IS_FIXED)
    logp, logp_old, advantages = rollout(draw, 0.2, 12)
    some = advantages * (torch.arange(12) % 3 > 0)
    yield Case("some advantages are 0", (logp, logp_old, some), constant=ROLLOUT_IS_FIXED)
    yield Case("ratios far below and above 1", long_way(draw), constant=ROLLOUT_IS_FIXED)
    yield Case("log-probabilities near -900", whole_answers(draw), constant=ROLLOUT_IS_FIXED)


def min_of_means(logp: Tensor, logp_old: Tensor, advantages: Tensor, clip: float = 0.2) -> Tensor:
    ratio = (logp - logp_old).exp()
    clipped = ratio.clamp(1 - clip, 1 + clip)
    return -torch.minimum((ratio * advantages).mean(), (clipped * advantages).mean())


def whitened(logp: Tensor, logp_old: Tensor, advantages: Tensor, clip: float = 0.2) -> Tensor:
    advantages = (advantages - advantages.mean()) / (advantages.std() + 1e-8)
    ratio = (logp - logp_old).exp()
    clipped = ratio.clamp(1 - clip, 1 + clip)
    return -torch.minimum(ratio * advantages, clipped * advantages).mean()


def dual_clip(logp: Tensor, logp_old: Tensor, advantages: Tensor, clip: float = 0.2) -> Tensor:
    ratio = (logp - logp_old).exp()
    clipped = ratio.clamp(1 - clip, 1 + clip)
    gain = torch.minimum(ratio * advantages, clipped * advantages)
    return -torch.where(advantages < 0, torch.maximum(gain, 3 * advantages), gain).mean()


def one_ratio_for_each_answer(logp: Tensor, logp_old: Tensor, advantages: Tensor, clip: float = 0.2) -> Tensor:
    ratio = (logp - logp_old).sum(dim=-1, keepdim=True).exp()
    clipped = ratio.clamp(1 - clip, 1 + clip)
    return -torch.minimum(ratio * advantages, clipped * advantages).mean()


def summed_over_tokens(logp: Tensor, logp_old: Tensor, advantages: Tensor, clip: float = 0.2) -> Tensor:
    ratio = (logp - logp_old).exp()
    clipped = ratio.clamp(1 - clip, 1 + clip)
    gain = torch.minimum(ratio * advantages, clipped * advantages)
    return -gain.reshape(len(gain), -1).sum(dim=-1).mean()


def mean_over_the_rest(logp: Tensor, logp_old: Tensor, advantages: Tensor, clip: float = 0.2) -> Tensor:
    ratio = (logp - logp_old).exp()
    clipped = ratio.clamp(1 - clip, 1 + clip)
    unclipped = ratio * advantages <= clipped * advantages
    return -(ratio * advantages)[unclipped].mean()


def whitened_with_n(logp: Tensor, logp_old: Tensor, advantages: Tensor, clip: float = 0.2) -> Tensor:
    advantages = (advantages - advantages.mean()) / (advantages.std(correction=0) + 1e-8)
    ratio = (logp - logp_old).exp()
    clipped = ratio.clamp(1 - clip, 1 + clip)
    return -torch.minimum(ratio * advantages, clipped * advantages).mean()


def whitened_if_several(logp: Tensor, logp_old: Tensor, advantages: Tensor, clip: float = 0.2) -> Tensor:
    if advantages.numel() > 1:
        advantages = (advantages - advantages.mean()) / (advantages.std() + 1e-8)
    ratio = (logp - logp_old).exp()
    clipped = ratio.clamp(1 - clip, 1 + clip)
    return -torch.minimum(ratio * advantages, clipped * advantages).mean()


def centred(logp: Tensor, logp_old: Tensor, advantages: Tensor, clip: float = 0.2) -> Tensor:
    advantages = advantages - advantages.mean()
    ratio = (logp - logp_old).exp()
    clipped = ratio.clamp(1 - clip, 1 + clip)
    return -torch.minimum(ratio * advantages, clipped * advantages).mean()


GAIN = "torch.minimum(ratio * advantages, clipped * advantages)"

PROBLEM = Problem(
    id="ppo-loss",
    entries=(ppo_loss,),
    cases=cases,
    slips=(
        Slip(
            "sign",
            "-torch.minimum",
            "torch.minimum",
            "This is the objective, which is maximised; the loss to minimise is its negative.",
        ),
        Slip("no-clip", GAIN, "(ratio * advantages)", "There is no clipping: take the minimum of r*A and clip(r)*A."),
        Slip(
            "clip-alone",
            GAIN,
            "(clipped * advantages)",
            "Only the clipped term is used, so that no gradient brings back an action that has moved the wrong way: take the "
            "minimum with r*A.",
        ),
        Slip(
            "maximum",
            "torch.minimum",
            "torch.maximum",
            "The larger of the two terms is taken, the optimistic one; PPO takes the minimum (after the minus: the maximum "
            "of the losses).",
        ),
        Slip(
            "minimum-of-ratios",
            GAIN,
            "(torch.minimum(ratio, clipped) * advantages)",
            "The minimum is taken of the ratios and then multiplied by A, which turns round where A < 0: compare r*A with "
            "clip(r)*A.",
        ),
        FunctionSlip(
            "minimum-of-means",
            {"ppo_loss": min_of_means},
            "The two means are compared; the minimum belongs to each action, before the mean.",
        ),
        Slip(
            "ratio-inverted",
            "(logp - logp_old)",
            "(logp_old - logp)",
            "The ratio is upside down: it is new over old, exp(logp - logp_old).",
        ),
        Slip(
            "no-exp",
            "(logp - logp_old).exp()",
            "logp - logp_old",
            "The difference of the logarithms is used as the ratio: take its exponential.",
        ),
        Slip(
            "ratio-of-logs",
            "(logp - logp_old).exp()",
            "logp / logp_old",
            "Log-probabilities are divided; the ratio of probabilities is exp of their difference.",
        ),
        Slip(
            "exp-before-division",
            "(logp - logp_old).exp()",
            "logp.exp() / logp_old.exp()",
            "Both probabilities of a long answer underflow to 0, and 0/0 is NaN: subtract the logarithms, then take exp.",
        ),
        Slip(
            "clip-fixed",
            "clamp(1 - clip, 1 + clip)",
            "clamp(0.8, 1.2)",
            "The argument clip has no effect: the range is fixed at 0.8 to 1.2.",
        ),
        Slip(
            "clip-around-0",
            "clamp(1 - clip, 1 + clip)",
            "clamp(-clip, clip)",
            "The ratio is clipped around 0; it is 1 where the policy has not moved: clip to [1 - clip, 1 + clip].",
        ),
        Slip(
            "clip-in-the-log",
            "ratio.clamp(1 - clip, 1 + clip)",
            "(logp - logp_old).clamp(-clip, clip).exp()",
            "The log-ratio is clipped, which gives the range exp(-clip) to exp(clip): clip the ratio to [1 - clip, 1 + clip].",
        ),
        Slip(
            "clip-above-only",
            "clamp(1 - clip, 1 + clip)",
            "clamp(max=1 + clip)",
            "The lower bound is missing: bad actions (A < 0) go on paying below 1 - clip.",
        ),
        Slip(
            "clip-below-only",
            "clamp(1 - clip, 1 + clip)",
            "clamp(min=1 - clip)",
            "The upper bound is missing: good actions (A > 0) go on paying above 1 + clip.",
        ),
        Slip(
            "reciprocal-bound",
            "clamp(1 - clip, 1 + clip)",
            "clamp(1 / (1 + clip), 1 + clip)",
            "The lower bound is 1/(1 + clip); the range of PPO is 1 - clip to 1 + clip.",
        ),
        Slip("sum", ".mean()", ".sum()", "The terms are summed; the spec asks for the mean over all actions."),
        Slip(
            "not-reduced",
            ".mean()",
            "",
            "One loss for each action is returned; the mean over all of them is asked for.",
        ),
        FunctionSlip(
            "whitened",
            {"ppo_loss": whitened},
            "The advantages are normalised over the batch; that is done outside, before the loss: use them as they come.",
        ),
        FunctionSlip(
            "dual-clip",
            {"ppo_loss": dual_clip},
            "This is dual-clip PPO, which bounds the loss of bad actions at 3|A|; the plain objective leaves them unbounded.",
        ),
        Slip(
            "ratio-detached",
            "(logp - logp_old).exp()",
            "(logp - logp_old).exp().detach()",
            "The value is right, but no gradient reaches logp: .item(), torch.tensor(...), no_grad or a detached ratio cut it "
            "off. Only the old log-probabilities and the advantages may be detached.",
        ),
        Slip(
            "maximum-of-the-gains",
            f"-{GAIN}",
            GAIN.replace("minimum", "maximum"),
            "The maximum belongs to the losses -r*A and -clip(r)*A: without these minus signs it is the optimistic gain.",
        ),
        Slip(
            "advantages-without-sign",
            GAIN,
            "torch.minimum(ratio * advantages.abs(), clipped * advantages.abs())",
            "The sign of the advantages is lost, so that bad actions are reinforced too: use A, not |A|.",
        ),
        Slip(
            "bad-actions-dropped",
            GAIN,
            "torch.minimum(ratio * advantages.clamp(min=0), clipped * advantages.clamp(min=0))",
            "Actions with a negative advantage count as 0; they have to become less likely.",
        ),
        Slip(
            "product-clipped",
            GAIN,
            "torch.minimum(ratio * advantages, (ratio * advantages).clamp(1 - clip, 1 + clip))",
            "The product r*A is clipped; clip the ratio alone, then multiply by A.",
        ),
        Slip(
            "policy-gradient",
            GAIN,
            "(logp * advantages)",
            "This is the loss of REINFORCE, -logp * A; PPO uses the ratio exp(logp - logp_old), clipped.",
        ),
        Slip(
            "outside-the-range-dropped",
            GAIN,
            "(ratio * advantages * (ratio == clipped))",
            "Every action outside the range counts as 0; it counts with clip(r)*A, or with r*A and its gradient where the "
            "policy has moved the wrong way: take the minimum of the two.",
        ),
        FunctionSlip(
            "mean-over-the-unclipped",
            {"ppo_loss": mean_over_the_rest},
            "Clipped actions are left out of the mean; they count with clip(r)*A.",
        ),
        Slip(
            "bounds-exchanged",
            "clamp(1 - clip, 1 + clip)",
            "clamp(1 + clip, 1 - clip)",
            "Lower and upper bound have changed places, so that every clipped ratio is 1 - clip: clamp(1 - clip, 1 + clip).",
        ),
        Slip(
            "mean-over-the-last-axis",
            ".mean()",
            ".mean(dim=-1)",
            "The mean is taken over the last axis alone; one number over all actions is asked for.",
        ),
        FunctionSlip(
            "summed-over-tokens",
            {"ppo_loss": summed_over_tokens},
            "The terms of an answer are summed and only the answers averaged; the spec asks for the mean over all entries.",
        ),
        FunctionSlip(
            "one-ratio-for-each-answer",
            {"ppo_loss": one_ratio_for_each_answer},
            "The log-ratios are summed along the last axis to one ratio for all of it; here each entry has its own.",
        ),
        Slip(
            "default-of-a-tenth",
            "clip: float = 0.2",
            "clip: float = 0.1",
            "The default of clip is 0.1; the spec says 0.2.",
        ),
        Slip(
            "summed-over-the-last-axis",
            ".mean()",
            ".sum(dim=-1).mean()",
            "The terms are summed along the last axis and only the rest averaged; the spec asks for the mean "
            "over all entries.",
        ),
        Slip(
            "mean-ratio-for-each-answer",
            "(logp - logp_old).exp()",
            "(logp - logp_old).mean(dim=-1, keepdim=True).exp()",
            "One ratio is formed along the last axis, from the mean of the log-ratios, as in GSPO; here each "
            "entry has its own.",
        ),
        Slip(
            "ratio-detached-times-logp",
            "torch.minimum(ratio * advantages, clipped * advantages)",
            "(torch.minimum(ratio * advantages, clipped * advantages).detach() * logp)",
            "The clipped term is detached and multiplied by logp; the ratio carries the gradient by itself: "
            "leave both out.",
        ),
        Slip(
            "eps-in-the-ratio",
            "(logp - logp_old).exp()",
            "logp.exp() / (logp_old.exp() + 1e-8)",
            "Both probabilities underflow to 0 and a small constant only hides it, so the ratio is 0: subtract "
            "the logarithms, then take exp.",
        ),
        Slip(
            "kl-added",
            "torch.minimum(ratio * advantages, clipped * advantages).mean()",
            "torch.minimum(ratio * advantages, clipped * advantages).mean() + 0.1 * (ratio - 1 - logp + "
            "logp_old).mean()",
            "A penalty for the distance from the old policy is added; the clipped surrogate has none.",
        ),
        Slip(
            "clipped-ratio-detached",
            "clipped = ratio.clamp",
            "clipped = ratio.detach().clamp",
            "The value is right, but inside the range only half the gradient arrives, as where the clipped ratio is detached: "
            "both terms are equal there, and each carries half of it.",
        ),
        FunctionSlip(
            "whitened-with-n",
            {"ppo_loss": whitened_with_n},
            "The advantages are normalised over the batch (with n in the standard deviation, so that a single one becomes 0); "
            "that is done outside, before the loss: use them as they come.",
        ),
        FunctionSlip(
            "whitened-if-several",
            {"ppo_loss": whitened_if_several},
            "Where there are several, the advantages are normalised over the batch; that is done outside, before the loss: use "
            "them as they come.",
        ),
        FunctionSlip(
            "advantages-centred",
            {"ppo_loss": centred},
            "The mean of the advantages is subtracted; a baseline is taken off outside, before the loss: use them as they come.",
        ),
    ),
)
