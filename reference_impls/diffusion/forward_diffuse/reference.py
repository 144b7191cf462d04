"""The forward process of DDPM in one jump (Ho et al. 2020, arXiv:2006.11239, eq. 4).

    q(x_t | x_0) = N(√ᾱ_t x_0, (1 - ᾱ_t) I)           x_t = √ᾱ_t x_0 + √(1 - ᾱ_t) ε

ᾱ_t = Π_{s<=t} (1 - β_s) falls from nearly 1 to nearly 0. The squares of the two factors add up to 1, so data of unit variance
keep it at every level. A batch of training holds a level for each sample, which is why ᾱ_t needs axes to be broadcast over.

Shapes: x0, eps (B,...), any rank; t (B,), integers that index alphas_bar (T,). Returns: x_t (B,...).
"""

from torch import Tensor


def q_sample(x0: Tensor, t: Tensor, eps: Tensor, alphas_bar: Tensor) -> Tensor:
    """x0 with noise eps, at each sample's own level t."""
    ab = alphas_bar[t].view(-1, *[1] * (x0.ndim - 1))  # (B,1,...,1), whatever the rank
    return ab.sqrt() * x0 + (1 - ab).sqrt() * eps
