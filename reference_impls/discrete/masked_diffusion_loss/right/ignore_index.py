import torch.nn.functional as F


def masked_diffusion_loss(logits, x0, masked, t):
    target = x0.masked_fill(~masked, -100)
    ce = F.cross_entropy(logits.transpose(1, 2), target, ignore_index=-100, reduction="none")
    return (ce.sum(1) / t).sum() / target.numel()
