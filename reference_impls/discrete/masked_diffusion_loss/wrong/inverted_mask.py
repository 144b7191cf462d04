# slip: visible-tokens
import torch.nn.functional as F


def masked_diffusion_loss(logits, x0, masked, t):
    masked = ~masked
    w = (1 / t)[:, None].expand(x0.shape)[masked]
    ce = F.cross_entropy(logits[masked], x0[masked], reduction="none")
    return (w * ce).sum() / x0.numel()
