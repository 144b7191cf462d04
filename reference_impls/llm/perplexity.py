"""Perplexity of a language model (Bengio et al. 2003, JMLR 3:1137, section 2).

    PPL = exp( 1/N Σ_n -log softmax(z_n)[y_n] ),   n over the N kept tokens of the whole batch

The geometric mean of 1/p(token): a model that gives every token the probability 1/V has perplexity V. The average is taken
of logarithms, over tokens; averages of perplexities, or of sequences of different lengths, are other numbers.

Shapes: logits (B,T,V), targets (B,T) int64, aligned: the logits at t are for the target at t. Targets equal to ignore_index
do not count. Returns: a scalar, at least 1.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip


def perplexity(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    """exp of the mean negative log-likelihood of the kept tokens."""
    kept = targets != ignore_index  # (B,T)
    log_probs = logits[kept].log_softmax(dim=-1)  # (N,V)
    nll = -log_probs.gather(dim=-1, index=targets[kept].unsqueeze(-1))  # (N,1)
    return nll.mean().exp()


# ----------------------------------------------------------------------------------------------------------------------


def padded(draw: Draw, lengths: tuple[int, ...], T: int, V: int, pad: int) -> Tensor:
    """Targets of sequences of these lengths, `pad` after their ends; where it is a token, it is none of the others."""
    targets = draw.integers(0, V, len(lengths), T)
    if 0 <= pad < V:
        targets = torch.where(targets == pad, (pad + 1) % V, targets)
    return torch.where(torch.arange(T) < torch.tensor(lengths)[:, None], targets, pad)


def one_surprise(draw: Draw) -> tuple[Tensor, Tensor]:
    """Logits up to 1e4, a row's entries at least 800 apart; 39 of 40 kept targets are certain, one costs 800 nats.

    Every sum is exact in float32, and the means of 20 nats, or of 80 in its sequence, are far from overflow: only shortcuts
    fail.
    """
    B, T, V = 4, 12, 5
    levels = torch.tensor([8000.0, -8000.0, 0.0])[torch.arange(B * T) % 3].reshape(B, T, 1)
    order = torch.tensor([draw.permutation(V) for _ in range(B * T)]).reshape(B, T, V)
    targets = order.argmax(dim=-1)  # (B,T)
    targets[1, 3] = order[1, 3].tolist().index(V - 2)
    targets[:, 10:] = -100
    return draw.floating(levels + 800.0 * (order - V // 2)), targets


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one sequence, all kept", (draw.normal(1, 2, 3), draw.integers(0, 3, 1, 2)))
    lengths = draw.normal(3, 6, 5, scale=2.0), padded(draw, (6, 1, 3), 6, 5, -100)
    yield Case("sequences of different lengths", lengths)
    yield Case("padding with token 0", (draw.normal(3, 5, 4, scale=2.0), padded(draw, (2, 5, 3), 5, 4, 0), 0))
    last = draw.normal(2, 7, 6), padded(draw, (4, 6), 7, 6, 5)
    yield Case("padding with the last token", last, {"ignore_index": 5})
    targets = torch.tensor([[-100, 2, 0, -100, 1], [0, -100, -100, 3, 0], [-100, -100, 1, -100, -100]])
    yield Case("ignored before and between the kept", (draw.normal(3, 5, 4, scale=2.0), targets))
    yield Case("a sequence that is ignored", (draw.normal(3, 4, 5), padded(draw, (4, 0, 2), 4, 5, -100)))
    one = torch.tensor([[-100, -100, -100], [-100, draw.integer(0, 3), -100]])
    yield Case("one token is kept", (draw.normal(2, 3, 4), one))
    yield Case("as many positions as classes", (draw.normal(2, 4, 4, scale=2.0), padded(draw, (4, 3), 4, 4, -100)))
    level = draw.normal(2, 5, 1, scale=3.0).expand(2, 5, 7).clone()
    yield Case("equal logits: the size of the vocabulary", (level, padded(draw, (5, 2), 5, 7, -100)))
    yield Case(
        "a mean of thirty nats", (draw.floating([[[30.0, 0.0, -5.0], [0.0, 30.0, -9.0]]]), torch.tensor([[1, 0]]))
    )
    yield Case("logits near 1e4", one_surprise(draw))


def of_each_sequence(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    kept = targets != ignore_index
    log_probs = logits.log_softmax(dim=-1)
    nll = -log_probs.gather(dim=-1, index=targets.masked_fill(~kept, 0).unsqueeze(-1)).squeeze(-1)
    means = (nll * kept).sum(dim=1) / kept.sum(dim=1).clamp(min=1)
    return means.exp().mean()


def of_each_kept_sequence(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    kept = targets != ignore_index
    log_probs = logits.log_softmax(dim=-1)
    nll = -log_probs.gather(dim=-1, index=targets.masked_fill(~kept, 0).unsqueeze(-1)).squeeze(-1)
    some = kept.any(dim=1)
    return ((nll * kept).sum(dim=1)[some] / kept.sum(dim=1)[some]).exp().mean()


def of_each_sequence_without_guard(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    kept = targets != ignore_index
    log_probs = logits.log_softmax(dim=-1)
    nll = -log_probs.gather(dim=-1, index=targets.masked_fill(~kept, 0).unsqueeze(-1)).squeeze(-1)
    return ((nll * kept).sum(dim=1) / kept.sum(dim=1)).exp().mean()


def mean_of_sequences(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    kept = targets != ignore_index
    log_probs = logits.log_softmax(dim=-1)
    nll = -log_probs.gather(dim=-1, index=targets.masked_fill(~kept, 0).unsqueeze(-1)).squeeze(-1)
    means = (nll * kept).sum(dim=1) / kept.sum(dim=1).clamp(min=1)
    return means.mean().exp()


def nothing_ignored(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    log_probs = logits.log_softmax(dim=-1)
    nll = -log_probs.gather(dim=-1, index=targets.clamp(min=0).unsqueeze(-1))
    return nll.mean().exp()


def over_time(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    kept = targets != ignore_index
    log_probs = logits.log_softmax(dim=1)[kept]
    return (-log_probs.gather(dim=-1, index=targets[kept].unsqueeze(-1))).mean().exp()


def shifted(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    logits, targets = logits[:, :-1], targets[:, 1:]
    kept = targets != ignore_index
    log_probs = logits[kept].log_softmax(dim=-1)
    return (-log_probs.gather(dim=-1, index=targets[kept].unsqueeze(-1))).mean().exp()


def softmax_twice(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    kept = targets != ignore_index
    log_probs = logits[kept].softmax(dim=-1).log_softmax(dim=-1)
    return (-log_probs.gather(dim=-1, index=targets[kept].unsqueeze(-1))).mean().exp()


def entropy(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    log_probs = logits[targets != ignore_index].log_softmax(dim=-1)
    return (-(log_probs.exp() * log_probs).sum(dim=-1)).mean().exp()


def ignored_read_as_0(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    targets = targets.masked_fill(targets == ignore_index, 0)
    nll = -logits.log_softmax(dim=-1).gather(dim=-1, index=targets.unsqueeze(-1))
    return nll.mean().exp()


def one_for_each_sequence(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    kept = targets != ignore_index
    log_probs = logits.log_softmax(dim=-1)
    nll = -log_probs.gather(dim=-1, index=targets.masked_fill(~kept, 0).unsqueeze(-1)).squeeze(-1)
    return ((nll * kept).sum(dim=1) / kept.sum(dim=1).clamp(min=1)).exp()


def axes_mixed(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    B, T, V = logits.shape
    kept = targets != ignore_index
    log_probs = logits.reshape(B, V, T).transpose(1, 2)[kept].log_softmax(dim=-1)
    return (-log_probs.gather(dim=-1, index=targets[kept].unsqueeze(-1))).mean().exp()


def mean_of_kept_sequences(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    kept = targets != ignore_index
    log_probs = logits.log_softmax(dim=-1)
    nll = -log_probs.gather(dim=-1, index=targets.masked_fill(~kept, 0).unsqueeze(-1)).squeeze(-1)
    some = kept.any(dim=1)
    return ((nll * kept).sum(dim=1)[some] / kept.sum(dim=1)[some]).mean().exp()


def mean_of_sequences_without_guard(logits: Tensor, targets: Tensor, ignore_index: int = -100) -> Tensor:
    kept = targets != ignore_index
    log_probs = logits.log_softmax(dim=-1)
    nll = -log_probs.gather(dim=-1, index=targets.masked_fill(~kept, 0).unsqueeze(-1)).squeeze(-1)
    return ((nll * kept).sum(dim=1) / kept.sum(dim=1)).mean().exp()


PROBLEM = Problem(
    id="perplexity",
    entries=(perplexity,),
    cases=cases,
    slips=(
        Slip(
            "loss-capped-at-20",
            "nll.mean().exp()",
            "nll.mean().clamp(max=20).exp()",
            "The mean loss is capped at 20 before exp, as some training scripts do against overflow in a log line; the measure "
            "itself has no cap, and its gradient dies there.",
        ),
        Slip(
            "no-exp", "nll.mean().exp()", "nll.mean()", "This is the mean loss in nats; perplexity is its exponential."
        ),
        Slip(
            "base-2",
            "nll.mean().exp()",
            "nll.mean().exp2()",
            "2 is raised to a loss in nats: use exp, or convert the loss to bits (divide by log 2) first.",
        ),
        Slip(
            "bits",
            "nll.mean().exp()",
            "(nll / 0.6931471805599453).mean().exp()",
            "exp is taken of a loss in bits: it belongs to nats (natural logarithm); for bits the base is 2.",
        ),
        Slip(
            "mean-of-exp",
            "nll.mean().exp()",
            "nll.exp().mean()",
            "The exponentials are averaged, which one unlikely token dominates: average the logarithms, then take exp.",
        ),
        Slip(
            "not-averaged",
            "nll.mean().exp()",
            "nll.sum().exp()",
            "This is 1/p of the whole text: divide the summed loss by the number of kept tokens before exp.",
        ),
        Slip(
            "sign",
            "nll.mean().exp()",
            "(-nll.mean()).exp()",
            "The minus is missing: this is the geometric mean of the probabilities (at most 1); perplexity is its reciprocal.",
        ),
        FunctionSlip(
            "mean-of-perplexities",
            {"perplexity": of_each_sequence},
            "One perplexity a sequence is averaged: sum the losses of all tokens of the batch, divide once, then take exp.",
        ),
        FunctionSlip(
            "mean-of-sequences",
            {"perplexity": mean_of_sequences},
            "The mean losses of the sequences are averaged, which weighs tokens of short sequences more: divide one sum over "
            "the batch by one count.",
        ),
        Slip(
            "divided-by-all-tokens",
            "nll.mean().exp()",
            "(nll.sum() / targets.numel()).exp()",
            "Ignored tokens add no loss but are counted: divide by the number of kept ones.",
        ),
        FunctionSlip(
            "nothing-ignored",
            {"perplexity": nothing_ignored},
            "The ignored targets count as tokens: leave out those equal to ignore_index, in the sum and in the count.",
        ),
        Slip(
            "ignore-index-fixed",
            "targets != ignore_index",
            "targets != -100",
            "The argument ignore_index has no effect: only -100 (the default of F.cross_entropy), or what is negative, is "
            "ignored.",
        ),
        FunctionSlip(
            "shifted",
            {"perplexity": shifted},
            "Logits and targets are shifted against each other, but they come aligned: the logits at t are for the target at t.",
        ),
        FunctionSlip(
            "softmax-over-time",
            {"perplexity": over_time},
            "The softmax runs over the positions; each position needs a distribution over the vocabulary (the last axis).",
        ),
        Slip(
            "log-of-softmax",
            "log_softmax(dim=-1)",
            "softmax(dim=-1).log()",
            "A probability underflows to 0 before its logarithm, or a product of probabilities, is taken: use log_softmax or "
            "cross_entropy.",
        ),
        Slip(
            "eps-in-the-log",
            "log_softmax(dim=-1)",
            "softmax(dim=-1).add(1e-9).log()",
            "A small constant inside the logarithm bounds the loss of a token at 20.7: use log_softmax.",
        ),
        Slip(
            "detached",
            "nll.mean().exp()",
            "nll.mean().exp().detach()",
            "The value is right, but no gradient can flow: .item(), math.exp or no_grad cut it off.",
        ),
        Slip(
            "bits-the-wrong-way",
            "nll.mean().exp()",
            "(nll * 0.6931471805599453).mean().exp2()",
            "The loss in nats is multiplied by log 2 to get bits; bits are nats divided by log 2. exp of the nats does it at "
            "once.",
        ),
        Slip(
            "no-softmax",
            "logits[kept].log_softmax(dim=-1)",
            "logits[kept]",
            "The logits are used as if they were log-probabilities: apply log_softmax, or use cross_entropy, not nll_loss.",
        ),
        FunctionSlip(
            "softmax-twice",
            {"perplexity": softmax_twice},
            "The softmax is applied twice: cross_entropy and log_softmax want logits, not probabilities.",
        ),
        FunctionSlip(
            "entropy",
            {"perplexity": entropy},
            "This is exp of the model's own entropy, in which the targets do not occur: average -log p of the target tokens.",
        ),
        FunctionSlip(
            "ignored-read-as-0",
            {"perplexity": ignored_read_as_0},
            "The ignored targets are set to token 0 and then counted as that token: leave them out of the sum and the count.",
        ),
        FunctionSlip(
            "one-for-each-sequence",
            {"perplexity": one_for_each_sequence},
            "You return one perplexity for each sequence; one number for the whole batch is asked for.",
        ),
        FunctionSlip(
            "axes-mixed",
            {"perplexity": axes_mixed},
            "view or reshape to (B,V,T) does not move axes, it reads the same memory with other borders: transpose(1, 2), or "
            "flatten B and T.",
        ),
        Slip(
            "no-maximum",
            "logits[kept].log_softmax(dim=-1)",
            "(logits[kept].exp() / logits[kept].exp().sum(dim=-1, keepdim=True)).log()",
            "exp of a large logit overflows, and inf/inf is NaN: use log_softmax or cross_entropy.",
        ),
        Slip(
            "divided-by-sequences",
            "return nll.mean().exp()",
            "return (nll.sum() / len(targets)).exp()",
            "The sum is divided by the number of sequences; divide by the number of kept tokens.",
        ),
        Slip(
            "inverse-of-the-mean",
            "return nll.mean().exp()",
            "return 1 / (-nll).exp().mean()",
            "The probabilities are averaged and inverted; perplexity is the inverse of their geometric mean, "
            "exp(mean of -log p).",
        ),
        Slip(
            "1e-10-in-the-log",
            "log_softmax(dim=-1)",
            "softmax(dim=-1).add(1e-10).log()",
            "1e-10 inside the logarithm bounds the loss of a token at 23.0 and kills its gradient: use "
            "log_softmax or cross_entropy.",
        ),
        Slip(
            "1e-8-in-the-log",
            "log_softmax(dim=-1)",
            "softmax(dim=-1).add(1e-8).log()",
            "1e-8 inside the logarithm bounds the loss of a token at 18.4 and kills its gradient: use log_softmax "
            "or cross_entropy.",
        ),
        Slip(
            "1e-12-in-the-log",
            "log_softmax(dim=-1)",
            "softmax(dim=-1).add(1e-12).log()",
            "1e-12 inside the logarithm bounds the loss of a token at 27.6 and kills its gradient: use "
            "log_softmax or cross_entropy.",
        ),
        FunctionSlip(
            "mean-of-perplexities-of-what-is-kept",
            {"perplexity": of_each_kept_sequence},
            "One perplexity a sequence is averaged: sum the losses of all tokens of the batch, divide once, then take exp.",
        ),
        FunctionSlip(
            "mean-of-perplexities-without-guard",
            {"perplexity": of_each_sequence_without_guard},
            "One perplexity a sequence is averaged, and one without a kept token is 0/0: sum the losses of all tokens of the "
            "batch, divide once, then take exp.",
        ),
        FunctionSlip(
            "mean-of-sequences-of-what-is-kept",
            {"perplexity": mean_of_kept_sequences},
            "The mean losses of the sequences are averaged, which weighs tokens of short sequences more: divide "
            "one sum over the batch by one count.",
        ),
        FunctionSlip(
            "mean-of-sequences-without-guard",
            {"perplexity": mean_of_sequences_without_guard},
            "The mean losses of the sequences are averaged, which weighs tokens of short sequences more, and one "
            "without a kept token is 0/0: divide one sum over the batch by one count.",
        ),
    ),
)
