# slip: no-roots
import torch


def ddpm_loss(model, x0, alphas_bar):
    n = x0.shape[0]
    steps = torch.randint(len(alphas_bar), (n,))
    keep = alphas_bar[steps].reshape(n, *([1] * (x0.ndim - 1)))
    noise = torch.randn(*x0.shape)
    out = model(keep * x0 + (1.0 - keep) * noise, steps)
    return torch.nn.functional.mse_loss(out, noise)
