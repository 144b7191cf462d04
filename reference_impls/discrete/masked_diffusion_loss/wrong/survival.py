# slip: one-minus-t
import torch.nn.functional as F


def masked_diffusion_loss(logits, x0, masked, t):
    w = (1 / (1 - t).clamp(min=1e-3))[:, None].expand(x0.shape)[masked]
    return (w * F.cross_entropy(logits[masked], x0[masked], reduction="none")).sum() / x0.numel()
