# slip: unweighted
import torch.nn.functional as F


def masked_diffusion_loss(logits, x0, masked, t):
    ce = F.cross_entropy(logits[masked], x0[masked], reduction="sum")
    return ce / x0.numel()
