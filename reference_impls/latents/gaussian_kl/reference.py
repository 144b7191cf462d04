"""KL divergence of a diagonal Gaussian to the standard normal (Kingma & Welling 2013, arXiv:1312.6114, appendix B).

    KL(N(μ, diag σ²) ‖ N(0, I)) = ½ Σ_d (μ_d² + σ_d² - 1 - log σ_d²)

Written with what the encoder gives, s = log σ: σ² = exp(2s) and log σ² = 2s, so nothing is ever passed to a logarithm. Each
term is zero only at μ = 0, σ = 1. A latent's dimensions are independent, so their divergences add up: a mean over them would
weaken the prior by the factor D.

Shapes: mu (B,D), log_sigma (B,D). Returns: (B,), in nats.
"""

from torch import Tensor


def gaussian_kl(mu: Tensor, log_sigma: Tensor) -> Tensor:
    """KL(N(mu, sigma²) ‖ N(0, I)) of each sample."""
    each = 0.5 * (mu.square() + (2 * log_sigma).exp() - 1 - 2 * log_sigma)  # (B,D)
    return each.sum(dim=-1)
