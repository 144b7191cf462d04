# slip: t-squeezed
# mistake: squeeze() also removes the batch axis of t when the batch holds a single sample
# input: x0 of shape (1, 3, 8, 8): the network gets t of shape () instead of (1,)
import torch


def ddpm_loss(model, x0, alphas_bar):
    B = x0.shape[0]
    t = torch.randint(len(alphas_bar), (B,) + (1,) * (x0.dim() - 1), device=x0.device)
    ab = alphas_bar.to(x0.dtype)[t]
    eps = torch.randn(x0.shape, dtype=x0.dtype, device=x0.device)
    x_t = ab ** 0.5 * x0 + (1 - ab) ** 0.5 * eps
    pred = model(x_t, t.squeeze())
    return torch.mean((eps - pred) ** 2)
