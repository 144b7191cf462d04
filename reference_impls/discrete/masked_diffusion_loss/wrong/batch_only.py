# slip: only-by-the-batch
import torch.nn.functional as F


def masked_diffusion_loss(logits, x0, masked, t):
    w = (1 / t)[:, None].expand(x0.shape)[masked]
    return (w * F.cross_entropy(logits[masked], x0[masked], reduction="none")).sum() / x0.shape[0]
