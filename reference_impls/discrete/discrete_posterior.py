"""One reverse step of discrete diffusion when x_0 is known (Austin et al. 2021, D3PM, arXiv:2107.03006, eq. 3).

    q(x_{t-1} = k | x_t, x_0) = q(x_t | x_{t-1} = k) q(x_{t-1} = k | x_0) / q(x_t | x_0)
                              = [Q_t]_{k,x_t} [Q̄_{t-1}]_{x_0,k} / [Q̄_t]_{x_0,x_t},     Q̄_t = Q̄_{t-1} Q_t

Rows are where a token comes from, columns where it goes: [Q]_{ij} = q(j | i), rows sum to 1. As a function of k the first factor
is therefore a *column* of Q_t (a likelihood, which need not sum to 1) and the second a row of Q̄_{t-1} (the prior). The
denominator is one number for each pair, and the sum of the numerator over k.

Shapes: x_t (N,), x0 (N,) ints in 0..K-1; q_t (K,K), q_bar_prev (K,K). Returns: (N,K), rows sum to 1.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip


def discrete_posterior(x_t: Tensor, x0: Tensor, q_t: Tensor, q_bar_prev: Tensor) -> Tensor:
    """q(x_{t-1} | x_t, x_0) over all K states."""
    likelihood = q_t[:, x_t].T  # (N,K): q(x_t | x_{t-1} = k)
    prior = q_bar_prev[x0]  # (N,K): q(x_{t-1} = k | x_0)
    joint = likelihood * prior
    return joint / joint.sum(dim=1, keepdim=True)


# ----------------------------------------------------------------------------------------------------------------------


def stochastic(draw: Draw, states: int) -> Tensor:
    """A matrix without zeros or symmetry whose rows sum to 1."""
    weights = draw.uniform(states, states, low=0.05).double()
    return draw.floating(weights / weights.sum(dim=1, keepdim=True))


def uniform_kernel(states: int, stay: float) -> Tensor:
    """Keeps a token with this probability, else draws any of the states."""
    return stay * torch.eye(states, dtype=torch.float64) + (1 - stay) / states


def absorbing_kernel(states: int, stay: float) -> Tensor:
    """Keeps a token with this probability, else moves it to the last state, which it never leaves."""
    kernel = stay * torch.eye(states, dtype=torch.float64)
    kernel[:, -1] += 1 - stay
    return kernel


def cases(draw: Draw) -> Iterator[Case]:
    yield Case(
        "one pair, three states", (torch.tensor([2]), torch.tensor([0]), stochastic(draw, 3), stochastic(draw, 3))
    )
    x_t, x0 = draw.integers(0, 4, 7), draw.integers(0, 4, 7)
    yield Case("more pairs than states", (x_t, x0, stochastic(draw, 4), stochastic(draw, 4)))
    pairs = torch.tensor([draw.permutation(5), draw.permutation(5)])
    yield Case("as many pairs as states", (pairs[0], pairs[1], stochastic(draw, 5), stochastic(draw, 5)))
    x_t, x0 = draw.integers(0, 9, 4), draw.integers(0, 9, 4)
    yield Case("more states than pairs", (x_t, x0, stochastic(draw, 9), stochastic(draw, 9)))
    every_pair = torch.cartesian_prod(torch.arange(4), torch.arange(4))
    kernels = draw.floating(uniform_kernel(4, draw.real(0.6, 0.9))), draw.floating(uniform_kernel(4, 0.3))
    yield Case("uniform kernel, every pair", (every_pair[:, 0], every_pair[:, 1], *kernels))
    # gradients of what is zero differ between right answers: those in logarithms have none there
    kernels = draw.floating(absorbing_kernel(5, draw.real(0.5, 0.9))), draw.floating(absorbing_kernel(5, 0.4))
    x0 = torch.tensor([0, 1, 2, 3, 4, 0, 3])
    x_t = torch.tensor([0, 4, 2, 4, 4, 4, 3])
    yield Case("absorbing kernel, masked and not", (x_t, x0, *kernels), grad=False)
    x_t, x0 = draw.integers(0, 4, 6), draw.integers(0, 4, 6)
    first = draw.floating(torch.eye(4, dtype=torch.float64))
    yield Case("first step: the past is the identity", (x_t, x0, stochastic(draw, 4), first), grad=False)
    # rare, but so that who adds 1e-8 to the denominator (about 1e-4) stays within the tolerance
    rare = draw.floating(uniform_kernel(6, 1 - 1.9e-4)), draw.floating(uniform_kernel(6, 1 - 3.8e-4))
    x0 = torch.tensor(draw.permutation(6))
    yield Case("changes of probability 1e-4", ((x0 + torch.tensor([1, 0, 2, 3, 0, 5])) % 6, x0, *rare), grad=False)


PROBLEM = Problem(
    id="discrete-posterior",
    entries=(discrete_posterior,),
    cases=cases,
    dtypes=(torch.float32,),  # `one_hot(x0).float() @ q_bar_prev` is right, and raises where the matrices are float64
    slips=(
        Slip(
            "row-of-q-t",
            "q_t[:, x_t].T",
            "q_t[x_t]",
            "The likelihood is the row x_t of Q_t, where x_t would go next; it is the column: q(x_t | x_{t-1} = k) = "
            "q_t[k, x_t].",
        ),
        Slip(
            "column-of-q-bar",
            "q_bar_prev[x0]",
            "q_bar_prev[:, x0].T",
            "The prior is a column of Q_bar; x_0 is where the token comes from, so it picks a row: q_bar_prev[x0].",
        ),
        Slip(
            "tokens-exchanged",
            "likelihood = q_t[:, x_t].T  # (N,K): q(x_t | x_{t-1} = k)\n    prior = q_bar_prev[x0]",
            "likelihood = q_t[:, x0].T\n    prior = q_bar_prev[x_t]",
            "x_t and x0 are exchanged: x_t picks the column of Q_t, x0 the row of Q_bar_{t-1}.",
        ),
        Slip(
            "matrices-exchanged",
            "likelihood = q_t[:, x_t].T  # (N,K): q(x_t | x_{t-1} = k)\n    prior = q_bar_prev[x0]",
            "likelihood = q_bar_prev[:, x_t].T\n    prior = q_t[x0]",
            "The matrices are exchanged: one step (Q_t) leads from x_{t-1} to x_t, t - 1 steps (Q_bar) from x_0 to "
            "x_{t-1}.",
        ),
        Slip(
            "q-bar-of-t",
            "q_bar_prev[x0]",
            "(q_bar_prev @ q_t)[x0]",
            "The prior is taken after t steps; x_{t-1} is reached after t - 1 of them: q_bar_prev[x0].",
        ),
        Slip(
            "denominator-with-epsilon",
            "joint.sum(dim=1, keepdim=True)",
            "(joint.sum(dim=1, keepdim=True) + 1e-6)",
            "1e-6 is added to the denominator, which is as small where x_t is a rare change of x0, so that the row no longer "
            "sums to 1: only pairs of positive probability occur.",
        ),
        Slip(
            "divided-by-a-vector",
            "joint.sum(dim=1, keepdim=True)",
            "(q_bar_prev @ q_t)[x0]",
            "You divide entry by entry by the row x0 of Q_bar_t; the denominator is its entry x_t alone, one number for each "
            "pair.",
        ),
        Slip(
            "product-reversed",
            "joint.sum(dim=1, keepdim=True)",
            "(q_t @ q_bar_prev)[x0, x_t][:, None]",
            "Q_bar_t is built as Q_t Q_bar_{t-1}; with rows as origins the later step stands on the right: "
            "q_bar_prev @ q_t.",
        ),
        Slip(
            "not-normalised",
            "joint / joint.sum(dim=1, keepdim=True)",
            "joint",
            "The product is not normalised: divide by q(x_t | x_0), the sum over the states.",
        ),
        Slip(
            "normalised-over-pairs",
            "sum(dim=1, keepdim=True)",
            "sum(dim=0, keepdim=True)",
            "The sum runs over the pairs; each pair needs a distribution over the K states (the last axis).",
        ),
        Slip(
            "keepdim-missing",
            "sum(dim=1, keepdim=True)",
            "sum(dim=1)",
            "Without keepdim the (N,) sums are spread over the columns: an error, or for N = K > 1 silently wrong.",
        ),
        Slip(
            "softmax",
            "joint / joint.sum(dim=1, keepdim=True)",
            "joint.softmax(dim=1)",
            "A softmax of probabilities is not their share: divide by their sum (or take the softmax of their "
            "logarithms).",
        ),
        Slip(
            "prior-missing", "likelihood * prior", "likelihood", "x0 has no say: multiply by the prior q_bar_prev[x0]."
        ),
        Slip(
            "likelihood-missing",
            "likelihood * prior",
            "prior",
            "x_t has no say: multiply by the likelihood q_t[:, x_t].",
        ),
        Slip(
            "both-transposed",
            "likelihood = q_t[:, x_t].T  # (N,K): q(x_t | x_{t-1} = k)\n    prior = q_bar_prev[x0]",
            "likelihood = q_t[x_t]\n    prior = q_bar_prev[:, x0].T",
            "Both matrices are read as if columns were where a token comes from; here rows are: the likelihood is a "
            "column of Q_t, the prior a row of Q_bar.",
        ),
        Slip(
            "q-bar-as-likelihood",
            "q_t[:, x_t].T",
            "(q_bar_prev @ q_t)[:, x_t].T",
            "The likelihood is that of t steps; from x_{t-1} to x_t it is one, Q_t.",
        ),
        Slip(
            "forward-marginal",
            "joint / joint.sum(dim=1, keepdim=True)",
            "(q_bar_prev @ q_t)[x0]",
            "This is q(x_t | x_0), where the forward process goes; asked for is the posterior of x_{t-1}.",
        ),
        Slip(
            "added",
            "likelihood * prior",
            "likelihood + prior",
            "Likelihood and prior are added; Bayes multiplies them.",
        ),
        Slip(
            "denominator-exchanged",
            "joint.sum(dim=1, keepdim=True)",
            "(q_bar_prev @ q_t)[x_t, x0][:, None]",
            "The denominator is the entry (x_t, x0) of Q_bar_t; rows are where a token comes from: (x0, x_t).",
        ),
        Slip(
            "denominator-without-x0",
            "joint.sum(dim=1, keepdim=True)",
            "(q_bar_prev @ q_t).mean(dim=0)[x_t][:, None]",
            "The denominator averages over x_0; x_0 is given: q(x_t | x_0).",
        ),
        Slip(
            "normalised-over-everything",
            "joint.sum(dim=1, keepdim=True)",
            "joint.sum()",
            "One sum over all pairs divides; each pair needs its own, so that its row sums to 1.",
        ),
        Slip(
            "euclidean-norm",
            "joint.sum(dim=1, keepdim=True)",
            "joint.norm(dim=1, keepdim=True)",
            "The rows are divided by their Euclidean norm (normalize's default p=2); probabilities are divided by "
            "their sum.",
        ),
        Slip(
            "states-first",
            "joint / joint.sum(dim=1, keepdim=True)",
            "(joint / joint.sum(dim=1, keepdim=True)).T",
            "The result comes as (K,N); the spec asks for (N,K).",
        ),
        Slip(
            "reshaped-not-transposed",
            "q_t[:, x_t].T",
            "q_t[:, x_t].reshape(len(x_t), -1)",
            "(K,N) is reshaped to (N,K), which mixes pairs with states: transpose.",
        ),
        Slip(
            "first-pair-for-all",
            "joint / joint.sum(dim=1, keepdim=True)",
            "(joint / joint.sum(dim=1, keepdim=True))[:1].expand_as(joint)",
            "All pairs get the answer of the first.",
        ),
        Slip(
            "most-likely-state",
            "joint / joint.sum(dim=1, keepdim=True)",
            "torch.nn.functional.one_hot(joint.argmax(dim=1), joint.shape[1]).to(joint.dtype)",
            "The most likely state gets all the probability; asked for is the distribution.",
        ),
        Slip(
            "logarithms",
            "joint / joint.sum(dim=1, keepdim=True)",
            "(joint / joint.sum(dim=1, keepdim=True)).log()",
            "The result is in logarithms; the spec asks for probabilities.",
        ),
        Slip(
            "denominator-detached",
            "joint.sum(dim=1, keepdim=True)",
            "joint.sum(dim=1, keepdim=True).detach()",
            "The values are right but the gradient ignores the denominator: leave out detach.",
        ),
        Slip(
            "denominator-of-the-step-before",
            "joint / joint.sum(dim=1, keepdim=True)",
            "joint / q_bar_prev[x0, x_t].unsqueeze(1)",
            "The denominator is q(x_{t-1} = x_t | x_0); it is q(x_t | x_0), the entry of q_bar_prev @ q_t.",
        ),
        Slip(
            "rows-exchanged",
            "likelihood = q_t[:, x_t].T  # (N,K): q(x_t | x_{t-1} = k)\n    prior = q_bar_prev[x0]",
            "likelihood = q_t[x0]\n    prior = q_bar_prev[x_t]",
            "x_t and x0 are exchanged and rows are taken of both matrices: q_t has x_t in its columns, "
            "q_bar_prev x0 in its rows.",
        ),
        *(
            Slip(
                f"{eps}-in-the-logs",
                "    joint = likelihood * prior\n",
                f"    joint = (likelihood + {eps}) * (prior + {eps})\n",
                f"{eps} is added to the probabilities, as before their logarithms, which counts where they are as small: only "
                "pairs of positive probability occur, so add nothing.",
            )
            for eps in ("1e-5", "1e-6")
        ),
    ),
)
