# slip: none
import torch
import torch.nn.functional as F


def masked_diffusion_loss(logits, x0, masked, t):
    ce = F.cross_entropy(logits[:, :-1].transpose(1, 2), x0[:, 1:], reduction="none")
    return (torch.where(masked[:, 1:], ce, 0.0) / t[:, None]).sum() / x0.numel()
