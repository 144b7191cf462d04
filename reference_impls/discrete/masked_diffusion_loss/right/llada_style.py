import torch.nn.functional as F


def masked_diffusion_loss(logits, x0, masked, t):
    B, L = x0.shape
    p_mask = t[:, None].repeat(1, L)
    token_loss = F.cross_entropy(logits[masked], x0[masked], reduction="none") / p_mask[masked]
    return token_loss.sum() / (B * L)
