"""Loss of a reward model trained on pairs (Bradley & Terry 1952; Ouyang et al. 2022, arXiv:2203.02155, eq. 1).

    P(w beats l) = exp(r_w) / (exp(r_w) + exp(r_l)) = σ(r_w - r_l)           L = -E log σ(r_w - r_l)

The model sees differences alone: what is added to both rewards of a prompt changes nothing. A pair pulls with the probability
that its order is wrong, σ(r_l - r_w): solved pairs fade, contradicted ones dominate.

Shapes: r_chosen, r_rejected (B,), the scores of the two answers. Returns: the mean over the pairs, a scalar.
"""

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn import functional as F

from reference_impls.problem import Case, Draw, Problem, Slip


def reward_model_loss(r_chosen: Tensor, r_rejected: Tensor) -> Tensor:
    """-log σ of chosen minus rejected, averaged over the pairs."""
    margin = r_chosen - r_rejected  # (B,)
    return -F.logsigmoid(margin).mean()  # log σ in one step: σ(-1000) is 0, whose log is -inf


# ----------------------------------------------------------------------------------------------------------------------

Pairs = tuple[Tensor, Tensor]


def pairs(draw: Draw, count: int, shift: float = 0.0, scale: float = 1.5) -> Pairs:
    """Rewards around 1 whose chosen answers are this much better."""
    return draw.normal(count, mean=1 + shift, scale=scale), draw.normal(count, mean=1.0, scale=scale)


def margins(draw: Draw, values: list[float]) -> Pairs:
    """Pairs with these margins, in a random order, exact in float32."""
    margin = torch.tensor(values, dtype=torch.float64)[draw.permutation(len(values))]
    rejected = draw.integers(-8, 8, len(values)).double() / 4
    return draw.floating(rejected + margin), draw.floating(rejected)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one pair in the right order", margins(draw, [0.75]))
    yield Case("one pair in the wrong order", margins(draw, [-1.25]))
    yield Case("several pairs", pairs(draw, 5))
    yield Case("most pairs right", pairs(draw, 7, 2.0))
    yield Case("most pairs wrong", pairs(draw, 6, -2.0))
    rewards = draw.normal(3, scale=2.0)
    # where training starts; the kinks of max(-x, 0) + log1p(exp(-|x|)) cancel in its value there, not in its gradient
    yield Case("equal rewards: log 2", (rewards, rewards.clone()))
    yield Case("rewards far from 0", tuple(draw.floating(r.double() + 100) for r in pairs(draw, 8)))
    yield Case("margins of a few units", margins(draw, [3.5, -4.0, 6.0, -7.5]))
    yield Case("all pairs clearly right", margins(draw, [2.5, 4.0, 3.0, 5.5]))
    yield Case("margins near -20", margins(draw, [-18.5, -21.0, -23.25, 2.0]))
    yield Case("margins of some tens", margins(draw, [-14.0, 15.0, -28.0, -43.0, 40.0, -65.0]))
    yield Case("margins near 100", margins(draw, [-87.5, 88.5, -96.0, 120.0, -150.0]))
    yield Case("margins near 1e4, the worst at -1e4", margins(draw, [1e4, -1e4, -9000.0]))
    yield Case("margins near 1e4 in the right order", margins(draw, [1e4, 9000.0, 0.5]))
    large = draw.floating([6000.0, -5000.0, 4096.0, -4064.0]), draw.floating([-4000.0, 5000.0, 4000.0, -4000.0])
    yield Case("rewards of thousands", large)


PROBLEM = Problem(
    id="reward-model-loss",
    entries=(reward_model_loss,),
    cases=cases,
    slips=(
        Slip(
            "order",
            "r_chosen - r_rejected",
            "r_rejected - r_chosen",
            "The margin is rejected minus chosen, which trains the model to prefer the rejected answer: turn it round.",
        ),
        Slip(
            "no-minus",
            "-F.logsigmoid",
            "F.logsigmoid",
            "The minus is missing: this is the log-likelihood, the loss is -log sigmoid(margin), which is positive.",
        ),
        Slip(
            "no-log",
            "-F.logsigmoid(margin)",
            "-margin.sigmoid()",
            "The log is missing: the loss is -log sigmoid(margin), not -sigmoid(margin).",
        ),
        Slip(
            "one-minus-sigmoid",
            "-F.logsigmoid(margin)",
            "(1 - margin.sigmoid())",
            "This is the probability of the wrong order, 1 - sigmoid(margin); the loss is -log sigmoid(margin).",
        ),
        Slip(
            "log-of-the-wrong-order",
            "-F.logsigmoid(margin)",
            "F.logsigmoid(-margin)",
            "This is log(1 - sigmoid(margin)), which falls without bound where the order is right: take -log sigmoid(margin).",
        ),
        Slip("sum", ".mean()", ".sum()", "The loss is summed over the pairs; the mean is asked for."),
        Slip("not-reduced", ".mean()", "", "One loss for each pair is returned; the mean over the pairs is asked for."),
        Slip(
            "halved",
            "margin).mean()",
            "margin).mean() / 2",
            "The loss is divided by 2, as if by the number of answers: it is the mean over the pairs.",
        ),
        Slip(
            "mean-inside",
            "-F.logsigmoid(margin).mean()",
            "-F.logsigmoid(margin.mean())",
            "The margins are averaged before -log sigmoid, which is not linear: take the mean of the losses.",
        ),
        Slip(
            "every-pair-of-the-batch",
            "r_chosen - r_rejected  # (B,)",
            "r_chosen.unsqueeze(1) - r_rejected.unsqueeze(0)",
            "Every chosen answer is compared with every rejected one; only the answers of one pair belong together.",
        ),
        Slip(
            "log-of-sigmoid",
            "F.logsigmoid(margin)",
            "margin.sigmoid().log()",
            "For a large negative margin the sigmoid underflows to 0, and its log is -inf (as log(1 + exp(-margin)) is infinite, "
            "where exp overflows): use logsigmoid, -softplus(-x).",
        ),
        Slip(
            "quotient-of-exponentials",
            "-F.logsigmoid(margin)",
            "-(r_chosen.exp() / (r_chosen.exp() + r_rejected.exp())).log()",
            "exp of a reward overflows or underflows, and inf/inf is NaN: the quotient is sigmoid of the difference, whose "
            "logarithm is logsigmoid.",
        ),
        Slip(
            "log-of-summed-exponentials",
            "-F.logsigmoid(margin)",
            "(r_chosen.exp() + r_rejected.exp()).log() - r_chosen",
            "exp of a reward overflows or underflows: use logsumexp, or softplus of the difference.",
        ),
        Slip(
            "maximum-and-log1p-without-gradient-at-0",
            "return -F.logsigmoid(margin).mean()",
            "return (F.relu(-margin) + (-margin.abs()).exp().log1p()).mean()",
            "The gradient is 0 where the two rewards are equal, so that such a pair never comes apart: relu and abs have a kink "
            "there. logsigmoid and softplus are smooth.",
        ),
        Slip(
            "maximum-and-log1p-with-twice-the-gradient-at-0",
            "return -F.logsigmoid(margin).mean()",
            "return ((-margin).clamp(min=0) + (-margin.abs()).exp().log1p()).mean()",
            "The gradient is twice what it should be where the two rewards are equal: clamp and abs have a kink there. "
            "logsigmoid and softplus are smooth.",
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
                f"{eps}-in-the-log",
                "F.logsigmoid(margin)",
                f"(margin.sigmoid() + {eps}).log()",
                f"{eps} is added to the sigmoid inside the logarithm, or bounds it, so that the loss stops growing and the worst "
                "pairs get no gradient: use logsigmoid.",
            )
            for eps in ("1e-5", "1e-6", "1e-7", "1e-8", "1e-9", "1e-10", "1e-12", "1e-20")
        ),
        *(
            Slip(
                f"margin-clamped-at-{bound}",
                "F.logsigmoid(margin)",
                f"F.logsigmoid(margin.clamp(-{bound}, {bound}))",
                f"The loss of a pair stops at {bound} and with it the gradient, as where the margin is clamped; logsigmoid is "
                "stable without.",
            )
            for bound in (5, 10, 20, 30, 50, 80, 88)
        ),
        Slip(
            "probability-clipped",
            "-F.logsigmoid(margin).mean()",
            "F.binary_cross_entropy(margin.sigmoid(), (margin == margin).to(margin.dtype))",
            "The loss of a pair stops at 100 and with it the gradient, as where binary_cross_entropy bounds the logarithm of a "
            "probability, or where the margin is clamped: use logsigmoid, or the version with logits.",
        ),
        Slip(
            "sigmoid-twice",
            "F.logsigmoid(margin)",
            "F.logsigmoid(margin.sigmoid())",
            "The sigmoid is applied twice: logsigmoid and binary_cross_entropy_with_logits want the margin itself.",
        ),
        Slip(
            "hinge",
            "-F.logsigmoid(margin)",
            "(1 - margin).relu()",
            "This is the hinge loss with margin 1; the Bradley-Terry loss is -log sigmoid(margin).",
        ),
        Slip(
            "hinge-without-margin",
            "-F.logsigmoid(margin)",
            "(-margin).relu()",
            "This loss is 0 as soon as the order is right; the Bradley-Terry loss is -log sigmoid(margin).",
        ),
        Slip(
            "margin-alone",
            "-F.logsigmoid(margin)",
            "-margin",
            "The loss is minus the margin, which pays without bound for pairs that are right already: take -log sigmoid of it.",
        ),
        Slip(
            "squared-error",
            "-F.logsigmoid(margin)",
            "(margin - 1).square()",
            "The margin is regressed on 1; the Bradley-Terry loss is -log sigmoid(margin).",
        ),
        Slip(
            "squared-probability",
            "-F.logsigmoid(margin)",
            "(1 - margin.sigmoid()).square()",
            "This is the squared error of the probability, whose gradient vanishes for the worst pairs: take its -log.",
        ),
        Slip(
            "each-answer-alone",
            "-F.logsigmoid(margin)",
            "-(F.logsigmoid(r_chosen) + F.logsigmoid(-r_rejected))",
            "Each answer is classified by itself, so that the level of the rewards matters; Bradley-Terry takes the sigmoid of "
            "their difference.",
        ),
        Slip(
            "chosen-alone",
            "-F.logsigmoid(margin)",
            "-F.logsigmoid(r_chosen)",
            "The rejected answer has no effect: the sigmoid takes the difference of the two rewards.",
        ),
        Slip(
            "difference-of-sigmoids",
            "-F.logsigmoid(margin)",
            "-F.logsigmoid(r_chosen.sigmoid() - r_rejected.sigmoid())",
            "The rewards go through a sigmoid each before the difference; the sigmoid is taken once, of the difference.",
        ),
        Slip(
            "difference-of-log-sigmoids",
            "-F.logsigmoid(margin)",
            "-(F.logsigmoid(r_chosen) - F.logsigmoid(r_rejected))",
            "The two log-sigmoids are subtracted, which makes a pair's loss unbounded below: take log sigmoid of the "
            "difference.",
        ),
        Slip(
            "sum-of-rewards",
            "r_chosen - r_rejected",
            "r_chosen + r_rejected",
            "The rewards are added; their difference decides which answer wins.",
        ),
        Slip(
            "absolute-margin",
            "r_chosen - r_rejected",
            "(r_chosen - r_rejected).abs()",
            "The sign of the margin is lost, so that a wrong order costs as little as a right one.",
        ),
        Slip(
            "label-smoothing",
            "-F.logsigmoid(margin)",
            "-(0.9 * F.logsigmoid(margin) + 0.1 * F.logsigmoid(-margin))",
            "A tenth of the labels is taken as flipped; the plain loss has no label smoothing.",
        ),
        Slip(
            "required-margin",
            "F.logsigmoid(margin)",
            "F.logsigmoid(margin - 1)",
            "A margin of 1 is required inside the sigmoid, as Llama 2 does with graded preferences; the plain loss has none.",
        ),
        Slip(
            "rewards-regularised",
            "-F.logsigmoid(margin)",
            "(-F.logsigmoid(margin) + 0.01 * (r_chosen + r_rejected).square())",
            "A term that centres the rewards is added; the plain loss depends on differences alone.",
        ),
        Slip(
            "log2",
            "margin).mean()",
            "margin).mean() / 0.6931471805599453",
            "The logarithm has base 2 (equal rewards give 1); it is the natural one, which gives log 2.",
        ),
        Slip(
            "beta",
            "r_chosen - r_rejected",
            "0.1 * (r_chosen - r_rejected)",
            "The margin is scaled by 0.1, as DPO's beta does; rewards go in as they are.",
        ),
        Slip(
            "rejected-detached",
            "r_chosen - r_rejected",
            "r_chosen - r_rejected.detach()",
            "The rejected answer is detached, so it is never pushed down: gradients reach both rewards.",
        ),
        Slip(
            "chosen-detached",
            "r_chosen - r_rejected",
            "r_chosen.detach() - r_rejected",
            "The chosen answer is detached, so it is never pulled up: gradients reach both rewards.",
        ),
        Slip(
            "detached",
            "margin).mean()",
            "margin.detach()).mean()",
            "The value is right, but no gradient can flow: .item(), torch.tensor(...), no_grad or detach cut it off.",
        ),
        Slip(
            "accuracy",
            "-F.logsigmoid(margin)",
            "(margin > 0).to(margin.dtype)",
            "This is the share of pairs in the right order, which has no gradient: the loss is -log sigmoid(margin).",
        ),
        Slip(
            "normalised",
            "r_chosen - r_rejected  # (B,)",
            "r_chosen - r_rejected\n    margin = (margin - margin.mean()) / (margin.std(correction=0) + 1e-8)",
            "The margins are normalised over the batch; they go in as they are.",
        ),
        *(
            Slip(
                f"sigmoid-bounded-at-{eps}",
                "F.logsigmoid(margin)",
                f"margin.sigmoid().clamp(min={eps}).log()",
                f"The sigmoid is bounded from below at {eps}, so that the loss stops growing and the worst pairs get no "
                "gradient: use logsigmoid.",
            )
            for eps in ("1e-6", "1e-7", "1e-8", "1e-10", "1e-12")
        ),
        Slip(
            "softmax-over-the-batch",
            "-F.logsigmoid(margin).mean()",
            "F.cross_entropy(torch.stack([r_chosen, r_rejected]), torch.zeros(2, dtype=torch.long))",
            "The softmax runs over the batch; it runs over the two answers of a pair: stack them along the last axis.",
        ),
        Slip(
            "softmax-twice",
            "F.logsigmoid(margin)",
            "F.logsigmoid(2 * margin.sigmoid() - 1)",
            "A softmax over the two answers goes into cross_entropy, which applies another: it wants the rewards themselves.",
        ),
        Slip(
            "first-pair-alone",
            "F.logsigmoid(margin)",
            "F.logsigmoid(margin[:1])",
            "Only the first pair counts; the mean over all of them is asked for.",
        ),
    ),
)
