# slip: nothing-masked-is-nan
import torch
import torch.nn.functional as F

def masked_diffusion_loss(logits, x0, masked, t):
    w = (1 / t).unsqueeze(1).expand_as(x0)[masked]
    ce = F.cross_entropy(logits[masked], x0[masked], reduction='none')
    return (ce * w).mean() * (masked.sum() / x0.numel())
