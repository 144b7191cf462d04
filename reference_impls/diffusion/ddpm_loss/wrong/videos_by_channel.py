# slip: none
import torch


def ddpm_loss(model, x0, alphas_bar):
    """Right up to rank 4; a video with B = C gets its level by channel."""
    t = torch.randint(0, alphas_bar.shape[0], (x0.shape[0],))
    eps = torch.randn_like(x0)
    ab = alphas_bar[t].view(-1, *[1] * min(x0.dim() - 1, 3))
    x_t = ab.sqrt() * x0 + (1 - ab).sqrt() * eps
    return ((eps - model(x_t, t)) ** 2).mean()
