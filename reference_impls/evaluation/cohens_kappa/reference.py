"""Cohen's kappa (Cohen 1960, "A coefficient of agreement for nominal scales", Educ. Psychol. Meas. 20) and weighted kappa (Cohen
1968, Psychol. Bull. 70).

    κ = (p_o - p_e) / (1 - p_e)            κ_w = 1 - Σ w_ij o_ij / Σ w_ij e_ij

o_ij is the share of items with label i from one rater and j from the other; e_ij = (Σ_j o_ij) (Σ_i o_ij) is what independent
raters with the same frequencies would give. p_o and p_e are the sums of their diagonals, so κ is κ_w with a weight of 1 for each
disagreement. 1 is full agreement, 0 what chance gives, and below 0 they avoid each other. Raters who nearly always say the same
have a high p_e, and a low κ in spite of a high p_o.

a, b: the labels 0 ... C-1 of the same items, two different ones at least. Returns: κ. Raises: ValueError for other weights.
"""

import numpy as np


def cohens_kappa(a: list[int], b: list[int], weights: str | None = None) -> float:
    """Agreement of two raters beyond chance."""
    distance = np.abs(np.subtract.outer(range(C := max(*a, *b) + 1), range(C)))  # |i - j|
    match weights:
        case None:
            w = distance > 0
        case "linear":
            w = distance
        case "quadratic":
            w = distance**2
        case _:
            raise ValueError(f"weights must be None, 'linear' or 'quadratic', not {weights!r}")
    o = np.zeros((C, C))
    np.add.at(o, (a, b), 1 / len(a))
    e = np.outer(o.sum(axis=1), o.sum(axis=0))
    return float(1 - (w * o).sum() / (w * e).sum())
