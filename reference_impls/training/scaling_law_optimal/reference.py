"""The compute-optimal model of a fitted scaling law (Hoffmann et al. 2022, "Chinchilla", arXiv:2203.15556, eqs. 2 to 4).

    L(n, d) = E + A / n^α + B / d^β                 n parameters, d tokens
    min L  under  6 n d = C                         at  n = G (C/6)^(β/(α+β)),   d = (C/6) / n,   G = (α A / (β B))^(1/(α+β))

With d = (C/6) / n the derivative by log n is  -α A / n^α + β B / d^β: the optimum balances α A / n^α and β B / d^β, not the two
terms of the loss. How n grows with C depends on the exponents alone: with α = β it is √C, as d.

compute: training FLOPs. Returns: (n, d, loss), floats.
"""


def compute_optimal(
    compute: float, e: float, a: float, b: float, alpha: float, beta: float
) -> tuple[float, float, float]:
    """Parameters, tokens and loss of the best model for this compute."""
    budget = compute / 6  # n · d
    G = (alpha * a / (beta * b)) ** (1 / (alpha + beta))
    n = G * budget ** (beta / (alpha + beta))
    d = budget / n
    return n, d, e + a / n**alpha + b / d**beta
