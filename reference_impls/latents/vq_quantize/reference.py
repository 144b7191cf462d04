"""Vector quantisation with a straight-through gradient (van den Oord et al. 2017, VQ-VAE, arXiv:1711.00937, eqs. 1 to 3).

    k    = argmin_j ‖z - e_j‖²
    z_q  = z + sg(e_k - z)
    loss = ‖sg(z) - e_k‖² + β ‖z - sg(e_k)‖²

sg stops the gradient. The choice k has none, so z_q copies the decoder's gradient to z: forward it is the code, backward z.
Nothing of it reaches the code, hence the two other terms: the first draws the code to the encodings that chose it, the second
(the commitment) keeps an encoding near its code. Both have the same value; only the gradients differ. The paper writes squared
norms; here both terms are means over the B·D entries.

Shapes: z (B,D), codebook (K,D), beta a float. Returns: z_q (B,D), indices (B,) long, loss a scalar.
"""

from torch import Tensor


def vq_quantize(z: Tensor, codebook: Tensor, beta: float = 0.25) -> tuple[Tensor, Tensor, Tensor]:
    """The nearest codes with the gradient passed to z, their indices, and codebook plus commitment loss."""
    distances = (z[:, None] - codebook[None]).square().sum(dim=-1)  # (B,1,D) - (1,K,D) -> (B,K)
    indices = distances.argmin(dim=1)  # (B,)
    e = codebook[indices]  # (B,D)
    codebook_loss = (z.detach() - e).square().mean()
    commitment = (z - e.detach()).square().mean()
    z_q = z + (e - z).detach()
    loss = codebook_loss + beta * commitment
    return z_q, indices, loss
