# slip: multiplied-mask
import torch.nn.functional as F


def masked_diffusion_loss(logits, x0, masked, t):
    ce = F.cross_entropy(logits.transpose(1, 2), x0, reduction="none")
    return (ce * masked / t[:, None]).mean()
