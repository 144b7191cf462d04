"""Token rewards of PPO for language models: a KL penalty everywhere, the score at the end (Ziegler et al. 2019,
arXiv:1909.08593, eq. 2; Ouyang et al. 2022, arXiv:2203.02155, eq. 2).

    r_t = -β (log π_θ(y_t) - log π_ref(y_t))  +  [t is the last token of the response] R

Without discount they add up to R - β log(π_θ(y)/π_ref(y)): the score of the whole response, minus the estimate k1 of the KL.
The reward model has read a whole response, so its score is paid once, where the response ends, and reaches the tokens before
through returns or advantages.

Shapes: score (B,), logp, logp_ref, mask (B,T), mask 1 = a response token, at least one in each row. Returns: (B,T), 0 elsewhere.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip


def kl_shaped_rewards(score: Tensor, logp: Tensor, logp_ref: Tensor, beta: float, mask: Tensor) -> Tensor:
    """-β times the log-ratio at response tokens, and the score at the last of them."""
    B, T = mask.shape
    rewards = -beta * (logp - logp_ref) * mask  # (B,T)
    last = (mask * torch.arange(1, T + 1)).argmax(dim=-1)  # (B,), the largest position with mask 1
    rewards[torch.arange(B), last] += score
    return rewards


# ----------------------------------------------------------------------------------------------------------------------

PADDED = torch.tensor([[1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 1, 1], [1, 0, 0, 0, 0, 0]])
"""Responses of three, six and one token from the first position on."""

AFTER_PROMPTS = torch.tensor(
    [[0, 0, 1, 1, 1, 0, 0], [0, 1, 1, 0, 0, 0, 0], [0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 0, 0, 0, 0]]
)
"""Prompts of different lengths, responses of three, two, four and one token, padding."""

TURNS = torch.tensor([[0, 1, 1, 0, 0, 1, 1, 0], [1, 0, 1, 0, 0, 0, 0, 0], [0, 1, 0, 1, 1, 1, 0, 1]])
"""Responses in several turns, with what the user said between them."""

Inputs = tuple[Tensor, Tensor, Tensor, float, Tensor]


def answers(draw: Draw, mask: Tensor, beta: float, scale: float = 1.5) -> Inputs:
    """Scores of both signs, log-ratios of this standard deviation; positions outside the responses have some, too."""
    B, T = mask.shape
    signs = 1.0 - 2 * ((torch.arange(B) + draw.integer(0, 1)) % 2)
    score = draw.floating(signs * draw.uniform(B, low=1.0, high=4.0).double())
    logp_ref = draw.uniform(B, T, low=-6, high=-1)
    logp = draw.floating(logp_ref.double() + draw.normal(B, T, scale=scale).double())
    return score, logp, logp_ref, beta, draw.floating(mask)


def unlikely(draw: Draw) -> Inputs:
    """Log-probabilities near -900, whose exponentials are 0 in any precision; all are multiples of 1/64, exact in float32."""
    logp_ref = -900 - draw.integers(0, 64, 2, 4).double() / 8
    logp = logp_ref + torch.tensor([[0.5, -0.75, 2.0, 1.25], [-0.25, 1.5, 0.125, -3.0]])
    return (
        draw.normal(2),
        draw.floating(logp),
        draw.floating(logp_ref),
        0.25,
        draw.floating([[0, 1, 1, 0], [1, 1, 1, 1]]),
    )


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one token", answers(draw, torch.ones(1, 1), 0.5))
    yield Case("one response", answers(draw, torch.ones(1, 4), 0.1))
    yield Case("padding after the responses", answers(draw, PADDED, 0.2))
    yield Case("prompts before the responses", answers(draw, AFTER_PROMPTS, 0.3))
    yield Case("several turns", answers(draw, TURNS, 0.15))
    yield Case(
        "every response ends with the last token", answers(draw, torch.tensor([[0, 0, 1, 1, 1], [0, 1, 1, 1, 1]]), 0.4)
    )
    yield Case("no penalty", answers(draw, AFTER_PROMPTS[:3], 0.0))
    yield Case("padding after every response", answers(draw, TURNS[:2, :5] * torch.tensor([1, 1, 1, 0, 0]), 0.35))
    yield Case("beta above 1", answers(draw, PADDED, 1.5))
    _, logp, logp_ref, beta, mask = answers(draw, TURNS, 0.25)
    yield Case("scores of 0: the penalty alone", (draw.floating([0.0, 0.0, 0.0]), logp, logp_ref, beta, mask))
    score, logp, _, beta, mask = answers(draw, AFTER_PROMPTS, 0.5)
    yield Case("the policy is the reference: the scores alone", (score, logp, logp.clone(), beta, mask))
    yield Case("as many responses as tokens", answers(draw, AFTER_PROMPTS[:, 1:5], 0.2))
    yield Case("sequences of one token", answers(draw, torch.ones(3, 1), 0.1))
    yield Case("responses of one token", answers(draw, torch.eye(4)[[2, 0, 3, 1, 2]], 0.3))
    score, logp, logp_ref, beta, mask = answers(draw, AFTER_PROMPTS, 0.05, scale=25.0)
    yield Case("large scores and log-ratios", (draw.floating(15 * score.double()), logp, logp_ref, beta, mask))
    yield Case("log-probabilities near -900", unlikely(draw))


def score_at_the_end_of_each_turn(score: Tensor, logp: Tensor, logp_ref: Tensor, beta: float, mask: Tensor) -> Tensor:
    following = torch.cat([mask[:, 1:], torch.zeros_like(mask[:, :1])], dim=1)
    return -beta * (logp - logp_ref) * mask + score.unsqueeze(-1) * mask * (1 - following)


def whitened(score: Tensor, logp: Tensor, logp_ref: Tensor, beta: float, mask: Tensor) -> Tensor:
    last = (mask * torch.arange(1, mask.shape[1] + 1)).argmax(dim=-1)
    rewards = -beta * (logp - logp_ref) * mask
    rewards[torch.arange(len(score)), last] += score
    mean = (rewards * mask).sum() / mask.sum()
    deviation = (((rewards - mean) * mask).square().sum() / mask.sum()).sqrt()
    return (rewards - mean) / (deviation + 1e-8) * mask


PENALTY = "-beta * (logp - logp_ref) * mask"
LAST = "(mask * torch.arange(1, T + 1)).argmax(dim=-1)"
ADDED = "rewards[torch.arange(B), last] += score"

PROBLEM = Problem(
    id="kl-shaped-rewards",
    entries=(kl_shaped_rewards,),
    cases=cases,
    grad=False,
    slips=(
        Slip(
            "score-from-the-last-token-on",
            ADDED,
            "rewards += score.unsqueeze(-1) * (mask.cumsum(dim=-1) == mask.sum(dim=-1, keepdim=True))",
            "The running sum of the mask keeps its final value behind the last response token, so that the padding there gets "
            "the score, too: multiply by the mask.",
        ),
        Slip(
            "penalty-sign",
            "-beta * (logp - logp_ref)",
            "beta * (logp - logp_ref)",
            "The penalty has the wrong sign, so that moving away from the reference pays: it is -beta * (logp - logp_ref).",
        ),
        Slip(
            "no-penalty",
            PENALTY,
            "0 * logp * mask",
            "The penalty is missing: each response token gets -beta * (logp - logp_ref).",
        ),
        Slip("no-beta", "-beta * (", "-(", "beta is not used: the log-ratio is multiplied by it."),
        Slip(
            "divided-by-beta",
            "-beta * (logp - logp_ref)",
            "-(logp - logp_ref) / max(beta, 1e-8)",
            "The log-ratio is divided by beta; it is multiplied by it.",
        ),
        Slip(
            "score-subtracted",
            ADDED,
            "rewards[torch.arange(B), last] -= score",
            "The score is subtracted; a good response has to be rewarded: add it.",
        ),
        Slip("no-score", f"    {ADDED}\n", "", "The score is missing: add it at the last response token."),
        Slip(
            "score-times-beta",
            "+= score",
            "+= beta * score",
            "beta multiplies the score, too; it weighs the penalty alone.",
        ),
        Slip(
            "score-at-every-response-token",
            ADDED,
            "rewards += score.unsqueeze(-1) * mask",
            "The score is paid at every response token; it is paid once, at the last one.",
        ),
        Slip(
            "score-at-every-position",
            ADDED,
            "rewards += score.unsqueeze(-1)",
            "The score is paid at every position, prompt and padding included; it is paid once, at the last response token.",
        ),
        Slip(
            "score-spread",
            ADDED,
            "rewards += score.unsqueeze(-1) * mask / mask.sum(dim=-1, keepdim=True)",
            "The score is spread over the response; it is paid as a whole, at the last response token.",
        ),
        Slip(
            "score-at-the-last-position",
            LAST,
            "T - 1",
            "The score is paid at the last position, which may be padding; it belongs to the last token with mask 1.",
        ),
        Slip(
            "score-at-the-last-position-or-lost",
            f"    rewards = {PENALTY}  # (B,T)\n    last = {LAST}  # (B,), the largest position with mask 1\n    {ADDED}\n"
            "    return rewards",
            "    rewards = -beta * (logp - logp_ref)\n    rewards[:, -1] += score\n    return rewards * mask",
            "The score is put at the last position and then masked, so that padded responses lose it: it belongs to the last "
            "token with mask 1.",
        ),
        Slip(
            "score-at-the-first-response-token",
            LAST,
            "mask.argmax(dim=-1)",
            "The score is paid at the first response token; it is paid at the last one.",
        ),
        Slip(
            "score-at-the-first-position",
            LAST,
            "0",
            "The score is paid at position 0; it is paid at the last response token.",
        ),
        Slip(
            "position-from-the-length",
            LAST,
            "mask.sum(dim=-1).long() - 1",
            "The number of response tokens, minus 1, is taken for a position, which holds only if the response starts at 0 and "
            "has no gap: find the last 1 of each row.",
        ),
        Slip(
            "one-after-the-last",
            LAST,
            f"({LAST} + 1).clamp(max=T - 1)",
            "The score is paid one position too late, after the response; it belongs to its last token.",
        ),
        Slip(
            "one-before-the-last",
            LAST,
            f"({LAST} - 1).clamp(min=0)",
            "The score is paid one position too early; it belongs to the last response token.",
        ),
        Slip(
            "one-before-the-last-or-at-the-end",
            LAST,
            f"{LAST} - 1",
            "The score is paid one position too early (at the end of the row where the response is its first token): it "
            "belongs to the last response token.",
        ),
        Slip(
            "end-of-the-first-stretch",
            LAST,
            "(mask * ((mask.diff(dim=-1, prepend=mask[:, :1] * 0) > 0).cumsum(dim=-1) == 1) * torch.arange(1, T + 1)"
            ").argmax(dim=-1)",
            "The score is paid at the end of the first stretch of ones; the response may go on after a gap: take the last 1.",
        ),
        FunctionSlip(
            "score-at-the-end-of-each-turn",
            {"kl_shaped_rewards": score_at_the_end_of_each_turn},
            "The score is paid at the end of every stretch of ones; it is paid once, at the last response token.",
        ),
        Slip(
            "one-position-for-the-batch",
            "last] += score",
            "last.max()] += score",
            "All rows get their score where the longest one ends; each row has its own last response token.",
        ),
        Slip(
            "position-of-the-first-row",
            "last] += score",
            "last[0]] += score",
            "All rows get their score where the first one ends; each row has its own last response token.",
        ),
        Slip(
            "every-row-and-every-end",
            "rewards[torch.arange(B), last] += score",
            "rewards[:, last] += score",
            "rewards[:, last] picks the ends of all rows in every row: index rows and positions in pairs, "
            "rewards[torch.arange(B), last].",
        ),
        Slip(
            "score-in-place-of-the-penalty",
            "last] += score",
            "last] = score",
            "The last token's penalty is overwritten by the score; the score is added to it.",
        ),
        Slip(
            "penalty-not-masked",
            " * mask  # (B,T)",
            "",
            "The penalty is given at prompt and padding, too; there the reward is 0.",
        ),
        Slip(
            "mask-inverted",
            "B, T = mask.shape",
            "mask = 1 - mask\n    B, T = mask.shape",
            "The mask is read the other way round: 1 marks the tokens of the response.",
        ),
        Slip(
            "mask-inverted-for-the-penalty",
            "(logp - logp_ref) * mask",
            "(logp - logp_ref) * (1 - mask)",
            "The penalty is given outside the response: 1 marks the tokens of the response.",
        ),
        Slip(
            "k3",
            "(logp - logp_ref)",
            "((logp_ref - logp).exp() - (logp_ref - logp) - 1)",
            "The penalty is the estimate k3; here it is the plain log-ratio, logp - logp_ref.",
        ),
        Slip(
            "k2",
            "(logp - logp_ref)",
            "(logp - logp_ref).square() / 2",
            "The penalty is half the squared log-ratio; here it is the plain one, logp - logp_ref.",
        ),
        Slip(
            "squared",
            "(logp - logp_ref)",
            "(logp - logp_ref).square()",
            "The log-ratio is squared; here it is the plain one, logp - logp_ref.",
        ),
        Slip(
            "absolute",
            "(logp - logp_ref)",
            "(logp - logp_ref).abs()",
            "The penalty is the absolute log-ratio; it may be negative for a token: logp - logp_ref.",
        ),
        Slip(
            "negative-log-ratios-dropped",
            "(logp - logp_ref)",
            "(logp - logp_ref).clamp(min=0)",
            "Negative log-ratios are cut off, which biases the penalty: it may be negative for a token.",
        ),
        Slip(
            "ratio",
            "(logp - logp_ref)",
            "(logp - logp_ref).exp()",
            "The penalty is the ratio of the probabilities; it is the log-ratio, logp - logp_ref.",
        ),
        Slip(
            "difference-of-probabilities",
            "(logp - logp_ref)",
            "(logp.exp() - logp_ref.exp())",
            "The probabilities are subtracted; the penalty takes their logarithms, logp - logp_ref.",
        ),
        Slip(
            "ratio-of-logs",
            "(logp - logp_ref)",
            "(logp / logp_ref)",
            "Log-probabilities are divided; the log of the ratio is their difference.",
        ),
        Slip(
            "log-of-the-ratio",
            "(logp - logp_ref)",
            "(logp.exp() / logp_ref.exp()).log()",
            "The probabilities of unlikely tokens underflow to 0, and 0/0 is NaN: the log-ratio is logp - logp_ref itself.",
        ),
        Slip(
            "weighted-by-the-policy",
            "(logp - logp_ref)",
            "logp.exp() * (logp - logp_ref)",
            "The log-ratio is weighted by the token's probability; the token was sampled with it already.",
        ),
        Slip(
            "reference-missing",
            "(logp - logp_ref)",
            "logp",
            "The reference is missing, which makes this a bonus for entropy: the penalty is on logp - logp_ref.",
        ),
        Slip(
            "whole-penalty-at-the-end",
            f"rewards = {PENALTY}  # (B,T)",
            "rewards = torch.zeros_like(logp)\n    score = score - beta * ((logp - logp_ref) * mask).sum(dim=-1)",
            "The penalty of the whole response is paid at its last token; each token has its own.",
        ),
        Slip(
            "mean-penalty-at-the-end",
            f"rewards = {PENALTY}  # (B,T)",
            "rewards = torch.zeros_like(logp)\n"
            "    score = score - beta * ((logp - logp_ref) * mask).sum(dim=-1) / mask.sum(dim=-1)",
            "The mean penalty of the response is paid at its last token; each token has its own.",
        ),
        Slip(
            "mean-penalty-everywhere",
            "(logp - logp_ref) * mask",
            "((logp - logp_ref) * mask).sum(dim=-1, keepdim=True) / mask.sum(dim=-1, keepdim=True) * mask",
            "Each token gets the mean penalty of its response; it has its own.",
        ),
        Slip(
            "penalty-divided-by-the-length",
            " * mask  # (B,T)",
            " * mask / mask.sum(dim=-1, keepdim=True)",
            "The penalty is divided by the number of response tokens; it is -beta * (logp - logp_ref) as it is.",
        ),
        Slip(
            "total",
            "return rewards",
            "return rewards.sum(dim=-1)",
            "The rewards of a response are added, (B,); one for each token is asked for, (B,T).",
        ),
        Slip(
            "rewards-to-go",
            "return rewards",
            "return rewards.flip(dims=[1]).cumsum(dim=1).flip(dims=[1])",
            "These are the sums of the rewards still to come; the rewards themselves are asked for.",
        ),
        Slip(
            "rewards-to-go-masked",
            "return rewards",
            "return rewards.flip(dims=[1]).cumsum(dim=1).flip(dims=[1]) * mask",
            "These are the sums of the rewards still to come, at the response's tokens; the rewards themselves are asked for.",
        ),
        Slip(
            "mean-score",
            "+= score",
            "+= score.mean()",
            "Every response gets the mean score; each has its own.",
        ),
        Slip(
            "score-whitened",
            "+= score",
            "+= (score - score.mean()) / (score.std(correction=0) + 1e-8)",
            "The scores are normalised over the batch; they go in as they are.",
        ),
        Slip(
            "score-centred",
            "+= score",
            "+= score - score.mean()",
            "The mean of the scores is subtracted; they go in as they are.",
        ),
        FunctionSlip(
            "whitened",
            {"kl_shaped_rewards": whitened},
            "The rewards are normalised over the batch; the spec asks for them as they are.",
        ),
        *(
            Slip(
                f"score-clipped-at-{bound}",
                "+= score",
                f"+= score.clamp(-{bound}, {bound})",
                f"The score is clipped to [-{bound}, {bound}], as some libraries do; it goes in as it is.",
            )
            for bound in (1, 5, 10)
        ),
        *(
            Slip(
                f"log-ratio-clamped-at-{bound}",
                "(logp - logp_ref)",
                f"(logp - logp_ref).clamp(-{bound}, {bound})",
                f"The log-ratio is clamped to [-{bound}, {bound}]; it goes in as it is.",
            )
            for bound in (1, 5, 10, 20)
        ),
        Slip(
            "no-penalty-at-the-last-position",
            "    rewards[torch.arange(B), last] += score",
            "    rewards[:, -1] *= 0\n    rewards[torch.arange(B), last] += score",
            "The last position gets no penalty, as if there were none after the last prediction: every response token has one.",
        ),
        Slip(
            "penalty-one-late",
            "(logp - logp_ref)",
            "(logp - logp_ref).roll(1, dims=1)",
            "The penalties are shifted by one position: the log-ratio of token t is paid at t.",
        ),
        Slip(
            "beta-fixed",
            "-beta * (",
            "-0.1 * (",
            "The argument beta has no effect: 0.1 is written in its place.",
        ),
        Slip(
            "length-as-the-position",
            LAST,
            "mask.sum(dim=-1).long()",
            "The number of response tokens is taken for the position of the last one, which is past the end of a full "
            "row, and wrong after a prompt: find the last 1 of each row.",
        ),
        Slip(
            "length-as-the-position-bounded",
            LAST,
            "mask.sum(dim=-1).long().clamp(max=T - 1)",
            "The number of response tokens is taken for the position of the last one; it is wrong by one without a "
            "prompt and by more with one: find the last 1 of each row.",
        ),
        Slip(
            "counted-from-the-end",
            LAST,
            "mask.flip(dims=[1]).argmax(dim=-1)",
            "The position is that in the flipped mask, counted from the end: it is T - 1 minus that.",
        ),
        Slip(
            "score-spread-over-all-positions",
            ADDED,
            "rewards += score.unsqueeze(-1) / T",
            "The score is spread over all positions; it is paid as a whole, at the last response token.",
        ),
        Slip(
            "position-of-the-last-row",
            "last] += score",
            "last[-1]] += score",
            "All rows get their score where the last one ends; each row has its own last response token.",
        ),
        Slip(
            "penalty-cumulative",
            "(logp - logp_ref) * mask",
            "((logp - logp_ref) * mask).cumsum(dim=-1) * mask",
            "Each token gets the penalties of all tokens up to it; it has its own alone.",
        ),
        Slip(
            "penalty-one-early",
            "(logp - logp_ref)",
            "(logp - logp_ref).roll(-1, dims=1)",
            "The penalties are shifted by one position: the log-ratio of token t is paid at t.",
        ),
    ),
)
