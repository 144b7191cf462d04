"""Losses of a GAN's two players (Goodfellow et al. 2014, arXiv:1406.2661, eq. 1 and section 3).

    L_D = -E log D(x) - E log(1 - D(G(z))),     L_G = -E log D(G(z)),      D = σ(logit)

    in logits:  -log σ(a) = softplus(-a),   -log(1 - σ(a)) = softplus(a)

The minimax game would let G minimize log(1 - D(G(z))), whose slope dies where D is sure that a sample is fake, that is, at the
start. The non-saturating loss has the same fixed point and a slope near -1 there. Both are binary cross-entropies on logits.

Shapes: real_logits, fake_logits of any shapes, D's outputs before the sigmoid. Returns: (d_loss, g_loss), two scalars.
"""

from torch import Tensor
from torch.nn.functional import softplus


def gan_losses(real_logits: Tensor, fake_logits: Tensor) -> tuple[Tensor, Tensor]:
    """Discriminator: real is 1 and fake is 0. Generator: fake should be 1."""
    d_loss = softplus(-real_logits).mean() + softplus(fake_logits).mean()
    g_loss = softplus(-fake_logits).mean()
    return d_loss, g_loss
