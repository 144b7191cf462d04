"""Loss of group relative policy optimisation (Shao et al. 2024, DeepSeekMath, arXiv:2402.03300, eq. 3 and 4).

    L = -1/B Σ_i 1/|o_i| Σ_t { min( r A_i,  clip(r, 1-ε, 1+ε) A_i ) - β k3 },     r = π_θ / π_old
    k3 = exp(d) - d - 1,     d = log π_ref - log π_θ

PPO's clipped gain for each token, with one advantage for the whole answer, and the penalty in the loss instead of the reward.
The ratio is to the policy that gave the samples, the penalty to the frozen reference. Each answer is averaged over its own
tokens first, so that a token of a short answer weighs more than one of a long answer.

Shapes: logp, logp_old, logp_ref (B,T), advantages (B,), mask (B,T), 1 = a token of the answer, at least one in each row.
Returns: a scalar to minimise.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip


def grpo_loss(
    logp: Tensor,
    logp_old: Tensor,
    logp_ref: Tensor,
    advantages: Tensor,
    mask: Tensor,
    clip: float = 0.2,
    beta: float = 0.04,
) -> Tensor:
    """-(clipped gain - β k3), averaged over each sequence's tokens, then over the sequences."""
    ratio = (logp - logp_old).exp()  # (B,T)
    A = advantages.unsqueeze(-1)  # (B,1)
    gain = torch.minimum(ratio * A, ratio.clamp(1 - clip, 1 + clip) * A)
    d = logp_ref - logp
    k3 = torch.expm1(d) - d
    objective = gain - beta * k3  # (B,T)
    return -((objective * mask).sum(dim=-1) / mask.sum(dim=-1)).mean()


# ----------------------------------------------------------------------------------------------------------------------

FIXED = ("logp_old", "logp_ref", "advantages", "mask")
"""No gradient is asked of what was stored with the rollout, nor of the reference: a right answer may detach them."""

PREFIXES = torch.tensor([[1, 1, 1, 1, 1, 1, 0], [1, 1, 0, 0, 0, 0, 0], [1, 1, 1, 1, 0, 0, 0]])
"""Answers of six, two and four tokens, padded."""

TURNS = torch.tensor([[0, 1, 1, 0, 1], [0, 0, 0, 1, 0], [1, 1, 1, 1, 1], [0, 0, 1, 1, 0]])
"""Answers after prompts, one of them in two turns, one without a prompt, one of a single token."""

Inputs = tuple[Tensor, Tensor, Tensor, Tensor, Tensor]


def rollout(draw: Draw, mask: Tensor, clip: float = 0.2, sign: int = 0, apart: float = 0.8) -> Inputs:
    """Tokens below, inside and above the clip range in turn, advantages of alternating sign (or of this one).

    No ratio is near 1-ε or 1+ε, where the loss has a corner. The reference is this far from the policy, both ways.
    """
    B, T = mask.shape
    place = torch.arange(B * T).reshape(B, T) % 3 - 1  # -1 below, 0 inside, 1 above
    inside = draw.uniform(B, T, low=-0.7, high=0.7).double()
    beyond = draw.uniform(B, T, low=1.4, high=3.0).double()
    ratio = 1 + clip * torch.where(place == 0, inside, place * beyond)
    logp_old = draw.uniform(B, T, low=-4, high=-0.8).double()
    logp = logp_old + ratio.log()
    logp_ref = logp + draw.uniform(B, T, low=-apart, high=apart).double()
    signs = torch.full((B,), sign) if sign else 1 - 2 * ((torch.arange(B) + draw.integer(0, 1)) % 2)
    advantages = signs * draw.uniform(B, low=0.4, high=1.8).double()
    return (
        draw.floating(logp),
        draw.floating(logp_old),
        draw.floating(logp_ref),
        draw.floating(advantages),
        draw.floating(mask),
    )


def long_way(draw: Draw) -> Inputs:
    """Ratios of about 5 and 50, and as far below 1, under advantages of both signs."""
    _, logp_old, _, _, mask = rollout(draw, torch.ones(4, 3))
    moved = torch.tensor([[4.0, -1.6, 0.1], [1.6, -4.0, -0.1], [-1.6, 4.0, 0.05], [1.6, -4.0, 4.0]])
    logp = logp_old.double() + moved + draw.uniform(4, 3, low=-0.04, high=0.04).double()
    signs = torch.tensor([1.0, -1.0, -1.0, 1.0])
    advantages = draw.floating(signs * draw.uniform(4, low=0.5).double())
    logp_ref = draw.floating(logp + draw.uniform(4, 3, low=-0.5, high=0.5).double())
    return draw.floating(logp), logp_old, logp_ref, advantages, mask


def far_reference(draw: Draw, d: list[list[float]]) -> Inputs:
    """The reference's log-probabilities are this far above the policy's."""
    logp, logp_old, _, advantages, mask = rollout(draw, torch.ones(len(d), len(d[0])))
    return logp, logp_old, draw.floating(logp.double() + torch.tensor(d)), advantages, mask


def unlikely(draw: Draw) -> Inputs:
    """Log-probabilities near -900, whose exponentials are 0 in any precision; all are multiples of 1/64, exact in float32."""
    logp_old = -900 - draw.integers(0, 64, 2, 3).double() / 8
    logp = logp_old + torch.tensor([[0.5, -0.5, 0.125], [0.5, -0.125, -0.5]])
    logp_ref = logp + torch.tensor([[0.25, -0.75, 0.5], [1.0, -0.25, -0.5]])
    advantages = draw.floating([draw.real(0.5, 1.0), draw.real(-1.0, -0.5)])
    return (
        draw.floating(logp),
        draw.floating(logp_old),
        draw.floating(logp_ref),
        advantages,
        draw.floating([[1, 1, 1], [1, 1, 0]]),
    )


def cases(draw: Draw) -> Iterator[Case]:
    one = draw.floating([[-1.05]]), draw.floating([[-1.15]]), draw.floating([[-1.55]])
    yield Case("one token", (*one, draw.uniform(1, low=0.5, high=1.5), draw.floating([[1]])), constant=FIXED)
    yield Case("one answer", rollout(draw, torch.ones(1, 6)), constant=FIXED)
    yield Case("answers of different lengths", rollout(draw, PREFIXES), constant=FIXED)
    yield Case("prompts and several turns", rollout(draw, TURNS), {"beta": 0.3}, constant=FIXED)
    yield Case("narrow range", (*rollout(draw, PREFIXES, 0.05), 0.05, 0.1), constant=FIXED)
    yield Case("wide range", rollout(draw, TURNS, 0.3), {"clip": 0.3}, constant=FIXED)
    yield Case("no penalty", rollout(draw, PREFIXES[:2]), {"beta": 0.0}, constant=FIXED)
    yield Case("good answers only", rollout(draw, PREFIXES, sign=1), constant=FIXED)
    yield Case("bad answers only", rollout(draw, TURNS, sign=-1), constant=FIXED)
    square = torch.cat([PREFIXES[:, :4], TURNS[:1, :4]])
    yield Case("as many answers as tokens", rollout(draw, square), {"beta": 0.2}, constant=FIXED)
    logp, _, logp_ref, advantages, mask = rollout(draw, PREFIXES)
    yield Case(
        "the first step: the policy has not moved", (logp, logp.clone(), logp_ref, advantages, mask), constant=FIXED
    )
    logp, logp_old, _, advantages, mask = rollout(draw, TURNS)
    yield Case("the policy is the reference", (logp, logp_old, logp.clone(), advantages, mask), constant=FIXED)
    logp, logp_old, logp_ref, advantages, mask = rollout(draw, TURNS)
    some = advantages * (torch.arange(4) > 1)
    yield Case("some advantages are 0", (logp, logp_old, logp_ref, some, mask), {"beta": 0.5}, constant=FIXED)
    none = torch.zeros_like(advantages)
    yield Case("all advantages are 0: the penalty alone", (logp, logp_old, logp_ref, none, mask), constant=FIXED)
    yield Case("ratios far below and above 1", long_way(draw), constant=FIXED)
    far = [[5.0, -3.0, 4.0, -12.0], [-25.0, 3.5, -6.0, 7.0]]
    yield Case("a reference far away", far_reference(draw, far), {"beta": 0.1}, constant=FIXED)
    yield Case("log-probabilities near -900", unlikely(draw), {"beta": 0.2}, constant=FIXED)


GAIN = "torch.minimum(ratio * A, ratio.clamp(1 - clip, 1 + clip) * A)"
RATIO = "(logp - logp_old).exp()"
K3 = "torch.expm1(d) - d"
REDUCED = "((objective * mask).sum(dim=-1) / mask.sum(dim=-1)).mean()"
CLAMP = "ratio.clamp(1 - clip, 1 + clip)"

PROBLEM = Problem(
    id="grpo-loss",
    entries=(grpo_loss,),
    cases=cases,
    slips=(
        Slip(
            "sign",
            f"return -{REDUCED}",
            f"return {REDUCED}",
            "This is the objective, which is maximised; the loss to minimise is its negative.",
        ),
        Slip(
            "penalty-sign",
            "gain - beta * k3",
            "gain + beta * k3",
            "The penalty has the wrong sign, so that distance from the reference pays: the loss is -(gain - beta * k3), "
            "-gain + beta * k3.",
        ),
        Slip("no-penalty", "gain - beta * k3", "gain", "The penalty is missing: subtract beta * k3 for each token."),
        Slip(
            "penalty-alone",
            "gain - beta * k3",
            "-beta * k3",
            "The clipped gain is missing: only the penalty is left.",
        ),
        Slip(
            "beta-fixed",
            "gain - beta * k3",
            "gain - 0.04 * k3",
            "The argument beta has no effect: 0.04 is written in its place.",
        ),
        Slip("no-beta", "gain - beta * k3", "gain - k3", "beta is not used: the penalty is beta * k3."),
        Slip(
            "beta-on-everything",
            "gain - beta * k3",
            "beta * (gain - k3)",
            "beta multiplies the gain, too; it weighs the penalty alone.",
        ),
        Slip("no-clip", GAIN, "ratio * A", "There is no clipping: take the minimum of r*A and clip(r)*A."),
        Slip(
            "clip-alone",
            GAIN,
            f"{CLAMP} * A",
            "Only the clipped term is used, so that no gradient brings back a token that has moved the wrong way: take the "
            "minimum with r*A.",
        ),
        Slip(
            "maximum",
            "torch.minimum(",
            "torch.maximum(",
            "The larger of the two terms is taken, the optimistic one; take the minimum (after the minus: the maximum of the "
            "losses).",
        ),
        Slip(
            "minimum-of-ratios",
            GAIN,
            f"torch.minimum(ratio, {CLAMP}) * A",
            "The minimum is taken of the ratios and then multiplied by A, which turns round where A < 0: compare r*A with "
            "clip(r)*A.",
        ),
        Slip(
            "ratio-inverted",
            "(logp - logp_old)",
            "(logp_old - logp)",
            "The ratio is upside down: it is new over old, exp(logp - logp_old).",
        ),
        Slip(
            "ratio-to-the-reference",
            "(logp - logp_old)",
            "(logp - logp_ref)",
            "The ratio is taken to the reference; it is to the policy that gave the samples, logp_old.",
        ),
        Slip(
            "penalty-to-the-old-policy",
            "d = logp_ref - logp",
            "d = logp_old - logp",
            "The penalty measures the distance to the old policy; it is to the frozen reference, logp_ref.",
        ),
        Slip(
            "old-and-reference-exchanged",
            "ratio = (logp - logp_old).exp()  # (B,T)",
            "logp_old, logp_ref = logp_ref, logp_old\n    ratio = (logp - logp_old).exp()",
            "Old policy and reference have changed places: the ratio is to logp_old, the penalty to logp_ref.",
        ),
        Slip(
            "penalty-of-the-old-policy",
            "d = logp_ref - logp",
            "d = logp_ref - logp_old",
            "The penalty is that of the old policy, so that it has no gradient: d = logp_ref - logp.",
        ),
        Slip(
            "old-policy-ignored",
            "(logp - logp_old)",
            "(logp - logp.detach())",
            "The ratio is 1 throughout, as if every step were the first: it is exp(logp - logp_old).",
        ),
        Slip(
            "no-exp",
            RATIO,
            "logp - logp_old",
            "The difference of the logarithms is used as the ratio: take its exponential.",
        ),
        Slip(
            "ratio-of-logs",
            RATIO,
            "logp / logp_old",
            "Log-probabilities are divided; the ratio of probabilities is exp of their difference.",
        ),
        Slip(
            "exp-before-division",
            RATIO,
            "logp.exp() / logp_old.exp()",
            "Probabilities are divided, in the ratio or in the penalty: those of unlikely tokens underflow to 0, and "
            "0/0 is NaN. Subtract the logarithms, then take exp.",
        ),
        Slip(
            "eps-in-the-ratio",
            RATIO,
            "logp.exp() / (logp_old.exp() + 1e-8)",
            "A small constant in the denominator makes the ratio of unlikely tokens 0: subtract the logarithms, then take exp.",
        ),
        Slip(
            "policy-gradient",
            GAIN,
            "logp * A",
            "This is the gain of REINFORCE, logp * A; GRPO uses the clipped ratio to the old policy.",
        ),
        Slip(
            "clip-fixed",
            CLAMP,
            "ratio.clamp(0.8, 1.2)",
            "The argument clip has no effect: the range is fixed at 0.8 to 1.2.",
        ),
        Slip(
            "clip-around-0",
            CLAMP,
            "ratio.clamp(-clip, clip)",
            "The ratio is clipped around 0; it is 1 where the policy has not moved: clip to [1 - clip, 1 + clip].",
        ),
        Slip(
            "clip-in-the-log",
            CLAMP,
            "(logp - logp_old).clamp(-clip, clip).exp()",
            "The log-ratio is clipped, which gives the range exp(-clip) to exp(clip): clip the ratio to [1 - clip, 1 + clip].",
        ),
        Slip(
            "clip-above-only",
            CLAMP,
            "ratio.clamp(max=1 + clip)",
            "The lower bound is missing: tokens of bad answers (A < 0) go on paying below 1 - clip.",
        ),
        Slip(
            "clip-below-only",
            CLAMP,
            "ratio.clamp(min=1 - clip)",
            "The upper bound is missing: tokens of good answers (A > 0) go on paying above 1 + clip.",
        ),
        Slip(
            "clip-higher",
            CLAMP,
            "ratio.clamp(1 - clip, 1 + 1.4 * clip)",
            "The upper bound is wider than the lower one, as in DAPO; here both are clip away from 1.",
        ),
        Slip(
            "reciprocal-bound",
            CLAMP,
            "ratio.clamp(1 / (1 + clip), 1 + clip)",
            "The lower bound is 1/(1 + clip); the range is 1 - clip to 1 + clip.",
        ),
        Slip(
            "dual-clip",
            GAIN,
            f"torch.where(A < 0, torch.maximum({GAIN}, 3 * A), {GAIN})",
            "The loss of bad answers is bounded at 3|A|, as in dual-clip PPO; the plain objective leaves it unbounded.",
        ),
        Slip(
            "penalty-inverted",
            "d = logp_ref - logp",
            "d = logp - logp_ref",
            "The penalty's ratio is policy over reference; the samples come from the policy, so d = logp_ref - logp.",
        ),
        Slip(
            "k1",
            K3,
            "-d",
            "The penalty is k1, logp - logp_ref, which is often negative: it is k3, exp(d) - d - 1.",
        ),
        Slip("k1-negated", K3, "d", "The penalty is logp_ref - logp: it is k3, exp(d) - d - 1."),
        Slip("k2", K3, "d.square() / 2", "The penalty is k2, d^2/2: it is k3, exp(d) - d - 1."),
        Slip(
            "absolute-log-ratio",
            K3,
            "d.abs()",
            "The penalty is |logp - logp_ref|: it is k3, exp(d) - d - 1.",
        ),
        Slip(
            "penalty-no-minus-one",
            K3,
            "d.exp() - d",
            "The 1 is not subtracted in the penalty: exp(d) - d - 1 is 0 where the policies agree.",
        ),
        Slip(
            "penalty-plus-d",
            K3,
            "torch.expm1(d) + d",
            "d is added in the penalty; it is subtracted: exp(d) - d - 1.",
        ),
        Slip(
            "penalty-no-log-term",
            K3,
            "torch.expm1(d)",
            "The penalty lacks its term -d: exp(d) - d - 1.",
        ),
        Slip(
            "penalty-weighted",
            K3,
            "logp_ref.exp() * d",
            "The penalty is p_ref (log p_ref - log p), what kl_div computes with log_target; the token was sampled, so its "
            "estimate is exp(d) - d - 1.",
        ),
        Slip(
            "penalty-detached",
            K3,
            f"({K3}).detach()",
            "The penalty is detached, so that it holds nothing back: its gradient must reach logp.",
        ),
        Slip(
            "penalty-clamped",
            K3,
            f"({K3}).clamp(max=10)",
            "The penalty stops at 10, as some libraries clamp it, and with it the gradient: k3 has no upper bound.",
        ),
        Slip(
            "penalty-times-the-ratio",
            K3,
            f"ratio * ({K3})",
            "The penalty is multiplied by the ratio to the old policy; it enters as it is, beta * k3.",
        ),
        Slip(
            "penalty-in-the-advantage",
            f"gain = {GAIN}\n    d = logp_ref - logp\n    k3 = torch.expm1(d) - d\n    objective = gain - beta * k3",
            f"d = logp_ref - logp\n    k3 = torch.expm1(d) - d\n    A = A - beta * k3\n    objective = {GAIN}",
            "The penalty goes into the advantage, where the ratio multiplies it; it is a term of the loss beside the gain.",
        ),
        Slip(
            "penalty-over-all-positions",
            f"return -{REDUCED}",
            "return -((gain * mask).sum(dim=-1) / mask.sum(dim=-1)).mean() + beta * k3.mean()",
            "The penalty is averaged over all positions, prompts and padding included; mask it like the gain.",
        ),
        Slip(
            "penalty-over-all-tokens",
            f"return -{REDUCED}",
            "return -((gain * mask).sum(dim=-1) / mask.sum(dim=-1)).mean() + beta * (k3 * mask).sum() / mask.sum()",
            "The penalty is averaged over all tokens of the batch; it is averaged over each sequence first, like the gain.",
        ),
        Slip(
            "penalty-summed-over-the-sequence",
            f"return -{REDUCED}",
            "return -((gain * mask).sum(dim=-1) / mask.sum(dim=-1)).mean() + beta * (k3 * mask).sum(dim=-1).mean()",
            "The penalty is summed over each sequence; it is averaged over its tokens, like the gain.",
        ),
        Slip(
            "mean-over-all-tokens",
            REDUCED,
            "((objective * mask).sum() / mask.sum())",
            "All tokens of the batch weigh the same, as in DAPO; GRPO averages each sequence first, then the sequences.",
        ),
        Slip(
            "mean-over-all-positions",
            REDUCED,
            "(objective * mask).mean()",
            "The masked sum is divided by all B*T positions: divide each row by the number of its own tokens.",
        ),
        Slip(
            "mask-ignored",
            REDUCED,
            "objective.mean()",
            "The mask has no effect: prompts and padding count, too.",
        ),
        Slip(
            "mask-in-the-denominator-alone",
            "(objective * mask).sum(dim=-1)",
            "objective.sum(dim=-1)",
            "The sum takes in prompts and padding; only the count is masked.",
        ),
        Slip(
            "mask-inverted",
            "A = advantages.unsqueeze(-1)  # (B,1)",
            "mask = 1 - mask\n    A = advantages.unsqueeze(-1)",
            "The mask is read the other way round: 1 marks the tokens that count.",
        ),
        Slip(
            "summed-over-tokens",
            " / mask.sum(dim=-1)).mean()",
            ").mean()",
            "The tokens of a sequence are summed, as in Dr. GRPO up to a constant; GRPO divides by the sequence's length.",
        ),
        Slip(
            "divided-by-the-longest",
            " / mask.sum(dim=-1)).mean()",
            " / mask.sum(dim=-1).max()).mean()",
            "Every sequence is divided by the length of the longest; each has its own number of tokens.",
        ),
        Slip(
            "sequences-summed",
            "mask.sum(dim=-1)).mean()",
            "mask.sum(dim=-1)).sum()",
            "The sequences are summed; the mean over them is asked for.",
        ),
        Slip(
            "everything-summed",
            REDUCED,
            "(objective * mask).sum()",
            "Everything is summed: average each sequence's tokens, then the sequences.",
        ),
        Slip(
            "not-reduced",
            "mask.sum(dim=-1)).mean()",
            "mask.sum(dim=-1))",
            "One loss for each sequence is returned; the mean over them is asked for.",
        ),
        Slip(
            "averaged-over-the-batch-first",
            REDUCED,
            "((objective * mask).sum(dim=0) / mask.sum(dim=0).clamp(min=1)).mean()",
            "The mean is taken over the batch, position by position; average over each sequence's tokens, the last "
            "axis, first.",
        ),
        Slip(
            "one-added-to-the-count",
            "/ mask.sum(dim=-1)",
            "/ (mask.sum(dim=-1) + 1)",
            "1 is added to the count against a division by 0; each row has a token, so divide by the count itself.",
        ),
        Slip(
            "advantages-along-the-tokens",
            "advantages.unsqueeze(-1)  # (B,1)",
            "advantages",
            "The advantages are laid along the token axis (an error unless B = T): one for each sequence, advantages[:, None].",
        ),
        Slip(
            "advantages-averaged",
            "advantages.unsqueeze(-1)",
            "advantages.mean()",
            "All sequences get the mean advantage; each has its own, advantages[:, None].",
        ),
        Slip(
            "normalised-again",
            "advantages.unsqueeze(-1)",
            "((advantages - advantages.mean()) / (advantages.std(correction=0) + 1e-8)).unsqueeze(-1)",
            "The advantages are normalised within the loss; they come ready, use them as they are.",
        ),
        Slip(
            "advantages-without-sign",
            "advantages.unsqueeze(-1)",
            "advantages.abs().unsqueeze(-1)",
            "The sign of the advantages is lost, so that bad answers are reinforced too: use A, not |A|.",
        ),
        Slip(
            "bad-answers-dropped",
            "advantages.unsqueeze(-1)",
            "advantages.clamp(min=0).unsqueeze(-1)",
            "Answers with a negative advantage count as 0; they have to become less likely.",
        ),
        Slip(
            "one-ratio-for-each-answer",
            RATIO,
            "((logp - logp_old) * mask).sum(dim=-1, keepdim=True).exp() * torch.ones_like(mask)",
            "One ratio is made for the whole answer; GRPO has one for each token.",
        ),
        Slip(
            "mean-ratio-for-each-answer",
            RATIO,
            "(((logp - logp_old) * mask).sum(dim=-1, keepdim=True) / mask.sum(dim=-1, keepdim=True)).exp() * "
            "torch.ones_like(mask)",
            "One ratio is made for the whole answer, from its mean log-ratio, as in GSPO; GRPO has one for each token.",
        ),
        Slip(
            "minimum-of-means",
            f"gain = {GAIN}\n    d = logp_ref - logp\n    k3 = torch.expm1(d) - d\n    objective = gain - beta * k3  # (B,T)\n"
            f"    return -{REDUCED}",
            "d = logp_ref - logp\n    n = mask.sum(dim=-1)\n    k3 = ((torch.expm1(d) - d) * mask).sum(dim=-1) / n\n"
            "    plain = (ratio * A * mask).sum(dim=-1) / n\n"
            f"    clipped = ({CLAMP} * A * mask).sum(dim=-1) / n\n"
            "    return -(torch.minimum(plain, clipped) - beta * k3).mean()",
            "The minimum is taken of each sequence's means; it belongs to each token, before any mean.",
        ),
        Slip(
            "penalty-inside-the-minimum",
            "objective = gain - beta * k3",
            f"objective = torch.minimum(ratio * A - beta * k3, {CLAMP} * A)",
            "The penalty is subtracted within the unclipped term alone, so that clipped tokens go without it: subtract it after "
            "the minimum.",
        ),
        Slip(
            "ratio-detached",
            RATIO,
            f"{RATIO}.detach()",
            "The ratio is detached, so that only the penalty trains: the gradient of the gain goes through it.",
        ),
        Slip(
            "detached",
            f"return -{REDUCED}",
            f"return -{REDUCED}.detach()",
            "The value is right, but no gradient reaches logp: no_grad, .item() or detach cut it off.",
        ),
        Slip(
            "default-beta",
            "beta: float = 0.04",
            "beta: float = 0.1",
            "The default of beta is 0.1; it has to be 0.04.",
        ),
        Slip(
            "default-clip",
            "clip: float = 0.2",
            "clip: float = 0.1",
            "The default of clip is 0.1; it has to be 0.2.",
        ),
        Slip(
            "parameters-exchanged",
            "clip: float = 0.2,\n    beta: float = 0.04",
            "beta: float = 0.04,\n    clip: float = 0.2",
            "The parameters stand in the wrong order: clip comes before beta.",
        ),
        Slip(
            "gain-over-all-tokens",
            f"return -{REDUCED}",
            "return -(gain * mask).sum() / mask.sum() + beta * ((k3 * mask).sum(dim=-1) / mask.sum(dim=-1)).mean()",
            "The gain is averaged over all tokens of the batch; it is averaged over each sequence first, like the penalty.",
        ),
        Slip(
            "penalty-not-masked",
            "(objective * mask).sum(dim=-1)",
            "(gain * mask - beta * k3).sum(dim=-1)",
            "The penalty of prompts and padding is summed, too: mask it like the gain.",
        ),
        Slip(
            "gain-not-masked",
            "(objective * mask).sum(dim=-1)",
            "(gain - beta * k3 * mask).sum(dim=-1)",
            "The gain of prompts and padding is summed, too: mask it like the penalty.",
        ),
        Slip(
            "penalty-weighted-by-the-policy",
            K3,
            "logp.exp() * -d",
            "The penalty is p (log p - log p_ref), one term of the exact sum; the token was sampled, so its estimate "
            "is exp(d) - d - 1.",
        ),
        Slip(
            "penalty-in-the-clipped-term",
            "objective = gain - beta * k3",
            "objective = torch.minimum(ratio * A, ratio.clamp(1 - clip, 1 + clip) * A - beta * k3)",
            "The penalty is subtracted within the clipped term alone, so that it acts on some tokens only: subtract "
            "it after the minimum.",
        ),
        Slip(
            "advantages-centred",
            "advantages.unsqueeze(-1)",
            "(advantages - advantages.mean()).unsqueeze(-1)",
            "The mean of the advantages is subtracted within the loss; they come ready, use them as they are.",
        ),
        Slip(
            "normalised-again-unbiased",
            "advantages.unsqueeze(-1)",
            "((advantages - advantages.mean()) / (advantages.std() + 1e-8)).unsqueeze(-1)",
            "The advantages are normalised within the loss (NaN for a batch of one); they come ready, use them as they are.",
        ),
    ),
)
