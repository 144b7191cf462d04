"""Speculative decoding: which drafts are accepted (Leviathan et al. 2023, arXiv:2211.17192, section 2.3, algorithm 1; Chen et al.
2023, arXiv:2302.01318, algorithm 2).

A small model has drawn tokens x_1..x_n from q_1..q_n; the large one has given p_1..p_{n+1} for all places at once.

    accept x_i while u_i < p_i(x_i) / q_i(x_i)
    at the first rejection draw from norm(max(p_i - q_i, 0)); if there is none, one more token from p_{n+1}

The token of a place then has the distribution p_i: min(p, q) comes through acceptance, and the rest of it, max(p - q, 0), through
the rejections, whose probability is Σ max(p - q, 0). What stands behind a rejected token has been drafted for another text.

Shapes: p (n+1,V), q (n,V), drafts (n,) token ids, u (n,) in [0,1). Returns: the number of accepted drafts, and the distribution
(V,) of the token that follows them.
"""

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Observation, Problem, Scenario, Slip, World


def speculative_accept(p: Tensor, q: Tensor, drafts: Tensor, u: Tensor) -> tuple[int, Tensor]:
    """How many drafts are accepted, and the distribution of the next token."""
    for i, token in enumerate(drafts.tolist()):
        accepted = u[i] < p[i, token] / q[i, token]
        if not accepted:
            rest = (p[i] - q[i]).clamp(min=0)  # (V,)
            return i, rest / rest.sum()
    return len(drafts), p[-1]


# ----------------------------------------------------------------------------------------------------------------------


def inputs(draw: Draw, V: int, accepted: Sequence[bool]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Distributions, drafts and numbers by which the drafts, each for itself, are accepted as it says, by a clear margin.

    Accepted ones are as often likelier under p as under q; a rejection leaves more than a tenth of p to be drawn from.
    """
    n = len(accepted)
    while True:
        p, q = (torch.softmax(1.2 * draw.normal(rows, V).double(), dim=-1) for rows in (n + 1, n))
        rest = (p[:-1] - q).clamp(min=0).sum(dim=-1)
        if bool((rest > 0.1).all()):
            break
    ratios = p[:-1] / q
    drafts, u = [], []
    for row, is_accepted in zip(ratios.tolist(), accepted, strict=True):
        above, below = ([i for i in range(V) if (row[i] > 1) is likelier] for likelier in (True, False))
        token = draw.choice(draw.choice((above, below)) if is_accepted else [i for i in below if row[i] < 0.95])
        least, most = (0.05, 0.9 * min(row[token], 1.0)) if is_accepted else (1.04 * row[token], 0.9999)
        drafts.append(token)
        u.append(least + draw.real(0, 1) * (most - least) if least < most else most)
    return draw.floating(p), draw.floating(q), torch.tensor(drafts), draw.floating(u)


def case(draw: Draw, name: str, V: int, accepted: str) -> Case:
    """A case in which the drafts are accepted (+) or not (-) by themselves."""
    return Case(name, inputs(draw, V, [mark == "+" for mark in accepted]))


def many(world: World, draw: Draw) -> Iterator[Observation]:
    """Random numbers of drafts, most of which are accepted."""
    for number in range(20):
        accepted = [draw.integer(0, 3) > 0 for _ in range(draw.integer(1, 5))]
        marks = "".join("+" if each else "-" for each in accepted)
        args = inputs(draw, draw.integer(3, 7), accepted)
        yield f"call {number}, drafts {marks}", world.call("speculative_accept", *args)


def cases(draw: Draw) -> Iterator[Case | Scenario]:
    yield case(draw, "one draft, accepted", 3, "+")
    yield case(draw, "one draft, rejected", 3, "-")
    yield case(draw, "all are accepted", 5, "++++")
    yield case(draw, "the first is rejected", 6, "-+++")
    yield case(draw, "the last is rejected", 5, "++-")
    yield case(draw, "one in the middle is rejected", 4, "++-++")
    yield case(draw, "two are rejected", 5, "+-+-")
    yield case(draw, "all are rejected", 4, "---")
    yield case(draw, "as many drafts as tokens", 4, "++-+")
    yield case(draw, "two tokens", 2, "+-")
    yield case(draw, "many drafts", 9, "+" * 14)
    p = draw.floating([[0.5, 0.25, 0.25], [0.125, 0.5, 0.375], [0.25, 0.625, 0.125]])
    q = draw.floating([[0.25, 0.5, 0.25], [0.5, 0.25, 0.25]])
    yield Case("u = 0", (p, q, torch.tensor([1, 0]), draw.floating([0.0, 0.0])))
    impossible = draw.floating([[0.5, 0.0, 0.5], [0.125, 0.5, 0.375], [0.25, 0.625, 0.125]])
    yield Case("u = 0, a token that p never gives", (impossible, q, torch.tensor([1, 0]), draw.floating([0.0, 0.0])))
    apart = draw.floating([[0.0, 1.0, 0.0, 0.0], [0.25, 0.25, 0.25, 0.25]])
    yield Case(
        "nothing in common", (apart, draw.floating([[0.5, 0.0, 0.5, 0.0]]), torch.tensor([2]), draw.floating([0.3]))
    )
    same = draw.floating([[0.5, 0.125, 0.375], [0.25, 0.25, 0.5], [0.25, 0.625, 0.125]])
    yield Case("both models agree", (same, same[:2].clone(), torch.tensor([2, 0]), draw.floating([0.97, 0.6])))
    yield Scenario("many calls", many)


def all_that_pass(p: Tensor, q: Tensor, drafts: Tensor, u: Tensor) -> tuple[int, Tensor]:
    places = torch.arange(len(drafts))
    accepted = u < p[places, drafts] / q[places, drafts]
    if bool(accepted.all()):
        return len(drafts), p[-1]
    i = int(accepted.long().argmin())
    rest = (p[i] - q[i]).clamp(min=0)
    return int(accepted.sum()), rest / rest.sum()


def all_that_pass_and_that_place(p: Tensor, q: Tensor, drafts: Tensor, u: Tensor) -> tuple[int, Tensor]:
    places = torch.arange(len(drafts))
    i = int((u < p[places, drafts] / q[places, drafts]).sum())
    if i == len(drafts):
        return i, p[-1]
    rest = (p[i] - q[i]).clamp(min=0)
    return i, rest / rest.sum()


def last_rejection(p: Tensor, q: Tensor, drafts: Tensor, u: Tensor) -> tuple[int, Tensor]:
    count, following = len(drafts), p[-1]
    for i, token in enumerate(drafts.tolist()):
        if not u[i] < p[i, token] / q[i, token]:
            rest = (p[i] - q[i]).clamp(min=0)
            count, following = i, rest / rest.sum()
    return count, following


def without_the_rejected_token(p: Tensor, q: Tensor, drafts: Tensor, u: Tensor) -> tuple[int, Tensor]:
    for i, token in enumerate(drafts.tolist()):
        if not u[i] < p[i, token] / q[i, token]:
            rest = torch.where(torch.arange(p.shape[1]) == token, 0.0, p[i])
            return i, rest / rest.sum()
    return len(drafts), p[-1]


def best_token_alone(p: Tensor, q: Tensor, drafts: Tensor, u: Tensor) -> tuple[int, Tensor]:
    for i, token in enumerate(drafts.tolist()):
        if token != int(p[i].argmax()):
            rest = (p[i] - q[i]).clamp(min=0)
            return i, rest / rest.sum()
    return len(drafts), p[-1]


NEXT = "return len(drafts), p[-1]"
REST = "(p[i] - q[i]).clamp(min=0)  # (V,)"

PROBLEM = Problem(
    id="speculative-decoding",
    entries=(speculative_accept,),
    cases=cases,
    grad=False,  # one decodes under no_grad
    slips=(
        Slip(
            "ratio-inverted",
            "p[i, token] / q[i, token]",
            "q[i, token] / p[i, token]",
            "The ratio is q/p; a draft is accepted with probability p/q, so always where the target finds it likelier.",
        ),
        Slip(
            "comparison-inverted",
            "u[i] < p[i, token] / q[i, token]",
            "u[i] > p[i, token] / q[i, token]",
            "A draft is accepted where u is above p/q; it has to be below, which happens with probability min(1, p/q).",
        ),
        Slip(
            "equality-accepted",
            "u[i] < p",
            "u[i] <= p",
            "u <= p/q accepts a token that the target never gives, where u is 0: the comparison is strict, u < p/q.",
        ),
        Slip(
            "q-ignored",
            "p[i, token] / q[i, token]",
            "p[i, token]",
            "A draft is accepted with probability p; it has been drawn from q already, so that p/q is right.",
        ),
        Slip(
            "u-ignored",
            "u[i] < p[i, token] / q[i, token]",
            "p[i, token] >= q[i, token]",
            "A draft is accepted only where p is at least q; where it is smaller, it still is with probability p/q: "
            "compare with u.",
        ),
        Slip(
            "difference-for-ratio",
            "p[i, token] / q[i, token]",
            "p[i, token] - q[i, token]",
            "u is compared with p - q; the probability of acceptance is the ratio p/q.",
        ),
        Slip(
            "log-ratio",
            "p[i, token] / q[i, token]",
            "(p[i, token] / q[i, token]).log()",
            "u is compared with the logarithm of p/q: take the ratio itself, or log u.",
        ),
        Slip(
            "half-the-ratio",
            "p[i, token] / q[i, token]",
            "p[i, token] / (p[i, token] + q[i, token])",
            "The probability of acceptance is taken as p/(p+q); it is min(1, p/q).",
        ),
        Slip(
            "target-a-place-late",
            "p[i, token] / q",
            "p[i + 1, token] / q",
            "Draft i is compared with the target's row i + 1; rows of p and q with the same index belong to the same"
            " place.",
        ),
        Slip(
            "first-row-for-all",
            "p[i, token] / q[i, token]",
            "p[0, token] / q[0, token]",
            "All drafts are judged by the distributions of the first place; each place has its own row.",
        ),
        Slip(
            "one-u-for-all",
            "u[i] < p",
            "u[0] < p",
            "The first u decides about all drafts; each has its own.",
        ),
        Slip(
            "ratio-of-the-largest",
            "p[i, token] / q[i, token]",
            "p[i].max() / q[i].max()",
            "The largest probabilities are compared; it is the probabilities of the drafted token that count.",
        ),
        FunctionSlip(
            "all-that-pass",
            {"speculative_accept": all_that_pass},
            "Every draft that passes is counted; those behind the first rejection belong to another text, and are "
            "dropped.",
        ),
        FunctionSlip(
            "all-that-pass-and-that-place",
            {"speculative_accept": all_that_pass_and_that_place},
            "Every draft that passes is counted, and the next distribution taken at that place; the first rejection "
            "ends it, whatever stands behind.",
        ),
        FunctionSlip(
            "last-rejection",
            {"speculative_accept": last_rejection},
            "The last rejection counts, not the first: stop there, since what stands behind belongs to another text.",
        ),
        FunctionSlip(
            "best-token-alone",
            {"speculative_accept": best_token_alone},
            "A draft is accepted where it is the target's most likely token; that is greedy decoding, while sampling"
            " asks for u < p/q.",
        ),
        Slip(
            "rejected-counted",
            "return i, rest",
            "return i + 1, rest",
            "The rejected draft, or the token that replaces it, is counted, too: i drafts stand before it.",
        ),
        Slip(
            "next-token-counted",
            NEXT,
            "return len(drafts) + 1, p[-1]",
            "The token that is still to be drawn is counted as an accepted draft: there are n of them.",
        ),
        Slip(
            "next-token-always-counted",
            "return i, rest / rest.sum()\n    return len(drafts), p[-1]",
            "return i + 1, rest / rest.sum()\n    return len(drafts) + 1, p[-1]",
            "The token that is still to be drawn is counted, too: the number of accepted drafts is asked for.",
        ),
        Slip(
            "rest-not-normalised",
            "rest / rest.sum()",
            "rest",
            "The rest max(p - q, 0) does not sum to 1: divide it by its sum.",
        ),
        Slip(
            "rest-not-cut-off",
            REST,
            "p[i] - q[i]",
            "p - q is negative where q is larger, and sums to 0: cut it off at 0 before it is normalised.",
        ),
        Slip(
            "rest-neither-cut-off-nor-normalised",
            "(p[i] - q[i]).clamp(min=0)  # (V,)\n            return i, rest / rest.sum()",
            "p[i] - q[i]\n            return i, rest",
            "p - q is returned, which is negative where q is larger, and sums to 0: cut it off at 0, and divide it "
            "by its sum.",
        ),
        Slip(
            "rest-of-q",
            REST,
            "(q[i] - p[i]).clamp(min=0)",
            "The rest is that of q over p; what is missing is where p is larger: max(p - q, 0).",
        ),
        Slip(
            "rest-absolute",
            REST,
            "(p[i] - q[i]).abs()",
            "|p - q| also gives weight where q is larger, of which there was too much already: max(p - q, 0).",
        ),
        Slip(
            "softmax-of-the-rest",
            "rest / rest.sum()",
            "rest.softmax(dim=-1)",
            "The softmax of the rest gives weight to tokens that have none left: divide it by its sum.",
        ),
        Slip(
            "softmax-of-the-difference",
            "(p[i] - q[i]).clamp(min=0)  # (V,)\n            return i, rest / rest.sum()",
            "p[i] - q[i]\n            return i, rest.softmax(dim=-1)",
            "The softmax of p - q is no rest: cut it off at 0, and divide it by its sum.",
        ),
        Slip(
            "target-at-the-rejection",
            REST,
            "p[i]",
            "After a rejection the target itself is drawn from; tokens that q likes would come too often. The rest "
            "max(p - q, 0) is right.",
        ),
        FunctionSlip(
            "without-the-rejected-token",
            {"speculative_accept": without_the_rejected_token},
            "The target without the rejected token is drawn from; the rest is max(p - q, 0), for all tokens.",
        ),
        Slip(
            "draft-at-the-rejection",
            REST,
            "q[i]",
            "After a rejection the draft model is drawn from again; the rest max(p - q, 0) of the target is right.",
        ),
        Slip(
            "rest-of-the-next-place",
            REST,
            "(p[i + 1] - q[i]).clamp(min=0)",
            "The rest takes the target's row i + 1; the rejected place has row i.",
        ),
        Slip(
            "next-target-at-the-rejection",
            REST,
            "p[i + 1]",
            "After a rejection row i + 1 of the target is drawn from, which is given the rejected token: the rest "
            "max(p - q, 0) of row i is right.",
        ),
        Slip(
            "last-target-always",
            REST,
            "p[-1]",
            "The last row of p is returned also after a rejection; there the rest max(p - q, 0) of the rejected "
            "place is right.",
        ),
        Slip(
            "rest-of-the-last-place",
            REST,
            "(p[len(drafts) - 1] - q[-1]).clamp(min=0)",
            "The rest is that of the last draft's place; it belongs to the one that was rejected.",
        ),
        Slip(
            "rest-where-all-are-accepted",
            NEXT,
            "rest = (p[-1] - q[-1]).clamp(min=0)\n    return len(drafts), rest / rest.sum()",
            "Where all are accepted, q is taken off, too; the draft model says nothing about that place, so p[n] is "
            "returned as it is.",
        ),
        Slip(
            "last-draft-again",
            NEXT,
            "return len(drafts), p[len(drafts) - 1]",
            "Where all are accepted, the row of the last draft is returned; the next token has the last row, p[n].",
        ),
        Slip(
            "nothing-where-all-are-accepted",
            NEXT,
            "return len(drafts), None",
            "Where all are accepted, there is no distribution; the next token comes from p[n], a token for free.",
        ),
        Slip(
            "distribution-alone",
            "return i, rest / rest.sum()\n    return len(drafts), p[-1]",
            "return rest / rest.sum()\n    return p[-1]",
            "The distribution alone comes back; the number of accepted drafts goes before it.",
        ),
        Slip(
            "accepted-tokens-returned",
            "return i, rest / rest.sum()\n    return len(drafts), p[-1]",
            "return drafts[:i], rest / rest.sum()\n    return drafts, p[-1]",
            "The accepted tokens come back; their number is asked for.",
        ),
        Slip(
            "token-returned",
            "return i, rest / rest.sum()\n    return len(drafts), p[-1]",
            "return i, rest.argmax()\n    return len(drafts), p[-1].argmax()",
            "A token comes back; its distribution (V,) is asked for.",
        ),
    ),
)
