"""The symmetric contrastive loss of CLIP (Radford et al. 2021, arXiv:2103.00020, figure 3; InfoNCE in both directions,
van den Oord et al. 2018, arXiv:1807.03748, eq. 4).

    Î = I / ‖I‖,  T̂ = T / ‖T‖                    rows of unit length
    logits = scale · Î T̂ᵀ                        (B,B), image b in row b, text b in column b
    L = ½ [ CE over rows + CE over columns ]     the right class of row b, and of column b, is b

Each image picks its text out of the batch, and each text its image. `logit_scale` is the factor itself, 1/τ; CLIP learns
its logarithm. It reaches 100, so the softmax must subtract the maximum first.

Shapes: image_emb and text_emb (B,d), logit_scale a number or 0-d. Returns: a scalar.
"""

from torch import Tensor


def clip_loss(image_emb: Tensor, text_emb: Tensor, logit_scale: float | Tensor) -> Tensor:
    """How badly pairs are told from the other combinations of a batch, averaged over both directions."""
    image = image_emb / image_emb.norm(dim=-1, keepdim=True)
    text = text_emb / text_emb.norm(dim=-1, keepdim=True)
    logits = logit_scale * image @ text.T  # (B,B)
    to_text = -logits.log_softmax(dim=1).diagonal().mean()
    to_image = -logits.log_softmax(dim=0).diagonal().mean()
    return (to_text + to_image) / 2
