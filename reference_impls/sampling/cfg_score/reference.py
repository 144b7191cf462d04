"""Classifier-free guidance, written with scores (Ho and Salimans 2022, arXiv:2207.12598, sections 3.1 and 3.2).

    s̃ = s_u + w (s_c - s_u) = (1 - w) s_u + w s_c       s_c = ∇ log p(x|c),  s_u = ∇ log p(x)
    s_c - s_u = ∇ log p(c|x)                             by Bayes' rule: the gradient of an implicit classifier

So s̃ is the gradient of log p(x) + w log p(c|x): the classifier's likelihood is raised to the power w. w = 0 is
unconditional, w = 1 conditional, w > 1 overshoots. Ho and Salimans write (1 + w) s_c - w s_u: their w is this one minus 1.

Shapes: score_c and score_u of one shape, w a number. Returns: their shape.
"""

from torch import Tensor


def cfg_score(score_c: Tensor, score_u: Tensor, w: float) -> Tensor:
    """The score of p(x) p(c|x)^w."""
    return (1 - w) * score_u + w * score_c
