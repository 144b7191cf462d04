# slip: none
import torch
import torch.nn.functional as F


def masked_diffusion_loss(logits, x0, masked, t):
    w = (1 / t)[:, None].expand(masked.shape)[masked]
    l = F.cross_entropy(logits[masked], x0[masked], reduction="none") * w
    return l.mean() * masked.sum() / masked.numel()
