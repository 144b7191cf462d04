"""Direct preference optimisation loss (Rafailov et al. 2023, arXiv:2305.18290, eq. 7).

    L = -E log σ(β [log π_θ(y_w|x) / π_ref(y_w|x)  -  log π_θ(y_l|x) / π_ref(y_l|x)])

β log(π_θ / π_ref) is the reward that the policy implies; the loss is the negative log-likelihood of "w beats l" under
Bradley-Terry. At π_θ = π_ref every margin is 0 and the loss is log 2.

Shapes: pol_w, pol_l, ref_w, ref_l (B,), log-probabilities summed over the tokens of the response.
Returns: the mean over the batch, a scalar.
"""

from collections.abc import Iterator

from torch import Tensor
from torch.nn import functional as F

from reference_impls.problem import Case, Draw, Problem, Slip


def dpo_loss(pol_w: Tensor, pol_l: Tensor, ref_w: Tensor, ref_l: Tensor, beta: float = 0.1) -> Tensor:
    """-log σ(β (log-ratio of the chosen - log-ratio of the rejected)), averaged over the pairs."""
    log_ratio_w = pol_w - ref_w  # (B,)
    log_ratio_l = pol_l - ref_l  # (B,)
    margin = beta * (log_ratio_w - log_ratio_l)
    return -F.logsigmoid(margin).mean()  # log σ in one step: σ(-1000) is 0, whose log is -inf


# ----------------------------------------------------------------------------------------------------------------------

REFERENCE_IS_FIXED = ("ref_w", "ref_l")
"""No gradient is asked of the reference model: a right answer may detach it."""


def log_probabilities(draw: Draw, pairs: int, shift: float = 0.0) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Sums over a few dozen tokens; policy and reference differ by a few nats, `shift` moves the chosen of the policy."""
    ref_w, ref_l = draw.normal(pairs, mean=-40, scale=8), draw.normal(pairs, mean=-45, scale=8)
    pol_w = draw.floating(ref_w.double() + shift + draw.normal(pairs, scale=3).double())
    pol_l = draw.floating(ref_l.double() + draw.normal(pairs, scale=3).double())
    return pol_w, pol_l, ref_w, ref_l


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one pair", log_probabilities(draw, 1), {"beta": 0.7}, constant=REFERENCE_IS_FIXED)
    yield Case("default beta", log_probabilities(draw, 5), constant=REFERENCE_IS_FIXED)
    yield Case("batch of pairs", log_probabilities(draw, 7), {"beta": 0.35}, constant=REFERENCE_IS_FIXED)
    yield Case(
        "policy prefers the rejected", log_probabilities(draw, 6, -9.0), {"beta": 0.5}, constant=REFERENCE_IS_FIXED
    )
    ref_w, ref_l = draw.normal(3, mean=-30, scale=5), draw.normal(3, mean=-30, scale=5)
    # where training starts; the kinks of max(-x, 0) + log1p(exp(-|x|)) cancel in its value there, not in its gradient
    yield Case("policy equals reference: log 2", (ref_w, ref_l, ref_w, ref_l), constant=REFERENCE_IS_FIXED)
    falling = draw.floating([-12000.0, -11000.0, -30.0]), draw.floating([-40.0, -55.0, -13000.0])
    level = draw.uniform(3, low=-60, high=-20), draw.uniform(3, low=-60, high=-20)
    yield Case("log-ratios near 1e4", (*falling, *level), constant=REFERENCE_IS_FIXED)


PROBLEM = Problem(
    id="dpo-loss",
    entries=(dpo_loss,),
    cases=cases,
    slips=(
        Slip(
            "no-gradient-at-zero",
            "return -F.logsigmoid(margin).mean()",
            "return (F.relu(-margin) + (-margin.abs()).exp().log1p()).mean()",
            "The gradient is 0 where the margin is 0, as it is for every pair before the first step, when the policy is the "
            "reference: relu and abs have a kink there. logsigmoid and softplus are smooth.",
        ),
        Slip(
            "twice-the-gradient-at-zero",
            "return -F.logsigmoid(margin).mean()",
            "return ((-margin).clamp(min=0) + (-margin.abs()).exp().log1p()).mean()",
            "The gradient is twice what it should be where the margin is 0, as it is for every pair before the first step, when "
            "the policy is the reference: clamp and abs have a kink there. logsigmoid and softplus are smooth.",
        ),
        Slip(
            "no-reference",
            "pol_w - ref_w  # (B,)\n    log_ratio_l = pol_l - ref_l",
            "pol_w  # (B,)\n    log_ratio_l = pol_l",
            "The reference is missing: subtract ref_w and ref_l, else any drift from the reference model is free.",
        ),
        Slip(
            "sign",
            "log_ratio_w - log_ratio_l",
            "log_ratio_l - log_ratio_w",
            "The margin is rejected minus chosen, which trains the policy towards the rejected answer; turn it round.",
        ),
        Slip(
            "reference-sign",
            "pol_w - ref_w  # (B,)\n    log_ratio_l = pol_l - ref_l",
            "pol_w - ref_l  # (B,)\n    log_ratio_l = pol_l - ref_w",
            "The reference enters with the wrong sign (or pol_w is paired with ref_l): the margin is "
            "(pol_w - ref_w) - (pol_l - ref_l).",
        ),
        Slip("no-beta", "beta * (", "(", "beta is not used: the margin is multiplied by it inside the sigmoid."),
        Slip(
            "beta-outside",
            "margin = beta * (log_ratio_w - log_ratio_l)\n    return -F",
            "margin = log_ratio_w - log_ratio_l\n    return -beta * F",
            "beta multiplies the loss; it belongs inside the sigmoid, where it scales the margin.",
        ),
        Slip(
            "beta-on-policy-only",
            "beta * (log_ratio_w - log_ratio_l)",
            "beta * (pol_w - pol_l) - (ref_w - ref_l)",
            "beta multiplies the policy's difference alone; it multiplies the whole margin, reference included.",
        ),
        Slip("sum", ".mean()", ".sum()", "The loss is summed over the pairs; the spec asks for the mean."),
        Slip(
            "mean-inside",
            "-F.logsigmoid(margin).mean()",
            "-F.logsigmoid(margin.mean())",
            "The margins are averaged before -log sigmoid, which is not linear: take the mean of the losses.",
        ),
        Slip(
            "no-log",
            "-F.logsigmoid(margin).mean()",
            "-margin.sigmoid().mean()",
            "The log is missing: the loss is -log sigmoid(margin), not -sigmoid(margin).",
        ),
        Slip(
            "unstable-log-sigmoid",
            "F.logsigmoid(margin)",
            "margin.sigmoid().log()",
            "sigmoid underflows to 0 for large negative margins and its log is -inf: use logsigmoid (-softplus(-x)).",
        ),
        Slip(
            "eps-in-the-log",
            "F.logsigmoid(margin)",
            "(margin.sigmoid() + 1e-8).log()",
            "A small constant inside the logarithm bounds the loss at 18.4 and kills the gradient of the worst pairs: use "
            "logsigmoid.",
        ),
        Slip(
            "ratio-of-logs",
            "pol_w - ref_w  # (B,)\n    log_ratio_l = pol_l - ref_l",
            "pol_w / ref_w\n    log_ratio_l = pol_l / ref_l",
            "Log-probabilities are divided; the ratio of probabilities is a difference of logs.",
        ),
        Slip(
            "log-sigmoid-positive",
            "-F.logsigmoid(margin)",
            "F.logsigmoid(margin)",
            "The minus is missing: the loss is -log sigmoid(margin), which is positive.",
        ),
        Slip(
            "hinge",
            "-F.logsigmoid(margin).mean()",
            "(1 - margin).relu().mean()",
            "This is the hinge loss of SLiC on the margin; DPO takes -log sigmoid of it.",
        ),
        Slip(
            "identity-preference",
            "-F.logsigmoid(margin).mean()",
            "(log_ratio_w - log_ratio_l - 1 / (2 * beta)).square().mean()",
            "This is the squared loss of IPO, (difference - 1/(2 beta))^2; DPO takes -log sigmoid(beta * difference).",
        ),
        Slip(
            "label-smoothing",
            "-F.logsigmoid(margin).mean()",
            "-(0.9 * F.logsigmoid(margin) + 0.1 * F.logsigmoid(-margin)).mean()",
            "A tenth of the labels is taken as flipped, as in conservative DPO; the plain loss has no label smoothing.",
        ),
        Slip(
            "rejected-detached",
            "pol_l - ref_l",
            "pol_l.detach() - ref_l",
            "The rejected answer is detached, so it is never pushed down: gradients reach pol_w and pol_l alike.",
        ),
        Slip(
            "chosen-detached",
            "pol_w - ref_w",
            "pol_w.detach() - ref_w",
            "The chosen answer is detached, so it is never pulled up: gradients reach pol_w and pol_l alike.",
        ),
        Slip(
            "policy-detached",
            "margin).mean()",
            "margin.detach()).mean()",
            "The value is right, but no gradient reaches the policy: no_grad, .item() or detach cut it off. "
            "Only the reference may be detached.",
        ),
        Slip(
            "probabilities-for-logs",
            "pol_w - ref_w  # (B,)\n    log_ratio_l = pol_l - ref_l",
            "(pol_w - ref_w).exp()\n    log_ratio_l = (pol_l - ref_l).exp()",
            "The ratios of probabilities are compared; DPO compares their logarithms, so leave out exp.",
        ),
        Slip(
            "beta-fixed",
            "beta * (",
            "0.1 * (",
            "The argument beta has no effect: 0.1 is written in its place.",
        ),
        Slip(
            "divided-by-beta",
            "beta * (log_ratio_w - log_ratio_l)",
            "(log_ratio_w - log_ratio_l) / beta",
            "The margin is divided by beta; it is multiplied by it: a small beta lets the policy move far from "
            "the reference.",
        ),
        Slip(
            "one-minus-sigmoid",
            "-F.logsigmoid(margin)",
            "(1 - margin.sigmoid())",
            "The loss is the probability that the pair is ranked wrong, 1 - sigmoid(margin); it is the negative "
            "logarithm, -log sigmoid(margin).",
        ),
        Slip(
            "each-answer-alone",
            "-F.logsigmoid(margin)",
            "-(F.logsigmoid(beta * log_ratio_w) + F.logsigmoid(-beta * log_ratio_l))",
            "Chosen and rejected each have a loss of their own; in DPO one sigmoid takes the difference of the two.",
        ),
        Slip(
            "sigmoid-twice",
            "F.logsigmoid(margin)",
            "F.logsigmoid(margin.sigmoid())",
            "The sigmoid is applied twice: logsigmoid and binary_cross_entropy_with_logits want the margin itself.",
        ),
        Slip(
            "probability-clipped",
            "-F.logsigmoid(margin).mean()",
            "F.binary_cross_entropy(margin.sigmoid(), (margin == margin).to(margin.dtype))",
            "The loss of a pair stops at 100 and with it the gradient, as where the sigmoid underflows to 0 and "
            "binary_cross_entropy bounds its logarithm at -100, or where the margin is clamped: use logsigmoid of the margin.",
        ),
        Slip(
            "margin-clamped",
            "F.logsigmoid(margin)",
            "F.logsigmoid(margin.clamp(-50, 50))",
            "The margin is clamped, so that the worst pairs get no gradient; logsigmoid is stable without.",
        ),
        Slip(
            "not-reduced",
            ".mean()",
            "",
            "One loss for each pair is returned; the mean over the batch is asked for.",
        ),
        Slip(
            "both-branches-computed",
            "F.logsigmoid(margin)",
            "(-margin.neg().exp().log1p()).where(margin >= 0, margin - margin.exp().log1p())",
            "The value is right but the gradient is NaN for large margins, as where torch.where chooses between two formulas: "
            "the one not taken overflows, and 0 * inf is NaN. Use logsigmoid, or -softplus(-x).",
        ),
        Slip(
            "both-branches-computed-for-the-worst",
            "F.logsigmoid(margin)",
            "margin.where(margin < -30, -margin.neg().exp().log1p())",
            "The value is right but the gradient is NaN for large negative margins, as where torch.where chooses between two "
            "formulas: the one not taken overflows, and 0 * inf is NaN. Use logsigmoid, or -softplus(-x).",
        ),
        *(
            Slip(
                f"margin-clamped-at-{bound}",
                "F.logsigmoid(margin)",
                f"F.logsigmoid(margin.clamp(-{bound}, {bound}))",
                f"The loss of a pair stops at {bound} and with it the gradient, as where the margin is clamped; logsigmoid is "
                "stable without.",
            )
            for bound in (10, 20, 30, 80, 88)
        ),
        *(
            Slip(
                f"{eps}-in-the-log",
                "F.logsigmoid(margin)",
                f"(margin.sigmoid() + {eps}).log()",
                f"{eps} is added to the sigmoid inside the logarithm, or bounds it, so that the loss stops growing and the worst "
                "pairs get no gradient: use logsigmoid.",
            )
            for eps in ("1e-6", "1e-7", "1e-10", "1e-12")
        ),
        *(
            Slip(
                f"log-ratios-clamped-at-{bound}",
                "margin = beta * (log_ratio_w - log_ratio_l)",
                f"margin = beta * (log_ratio_w.clamp(-{bound}, {bound}) - log_ratio_l.clamp(-{bound}, {bound}))",
                f"The log-ratios are clamped at {bound}, so that pairs beyond it get no gradient; logsigmoid is stable without.",
            )
            for bound in (20, 50, 100)
        ),
        Slip(
            "loss-divided-by-beta",
            "-F.logsigmoid(margin).mean()",
            "-F.logsigmoid(margin).mean() / beta",
            "The loss is too large by the factor 1/beta, as where softplus gets beta=beta, which is log(1 + exp(beta x)) / beta: "
            "multiply the margin by beta, softplus(-beta * margin).",
        ),
        Slip(
            "beta-on-the-chosen-only",
            "beta * (log_ratio_w - log_ratio_l)",
            "beta * log_ratio_w - log_ratio_l",
            "beta multiplies the log-ratio of the chosen answer alone, as where the brackets are missing: it multiplies the "
            "difference of the two.",
        ),
        Slip(
            "margin-alone",
            "-F.logsigmoid(margin)",
            "-margin",
            "The loss is minus the margin itself, which rewards pairs without bound that are ranked right already: take "
            "-log sigmoid of it.",
        ),
    ),
)
