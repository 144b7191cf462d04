"""The reparameterised Gaussian sample (Kingma & Welling 2013, arXiv:1312.6114, section 2.4).

    z = μ + σ ε,   σ = exp(log σ),   ε ~ N(0, I)
    ∂z/∂μ = 1,     ∂z/∂log σ = σ ε = z - μ

A draw has no derivative with respect to the parameters of its distribution. Written as a function of them and of noise that does
not depend on them, it has one, and an expectation over z can be differentiated under the integral. The encoder gives log σ, so
that any real number is allowed; log σ² would need exp(½ ·).

Shapes: mu and log_sigma of one shape, any. Returns: z of that shape, with its own ε for every element.
"""

import torch
from torch import Tensor


def reparameterize(mu: Tensor, log_sigma: Tensor) -> Tensor:
    """A sample of N(mu, sigma²) that gradients flow through."""
    eps = torch.randn_like(mu)
    return mu + log_sigma.exp() * eps
