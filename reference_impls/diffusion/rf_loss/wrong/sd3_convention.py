# slip: other-convention
import torch


def rf_loss(model, x1):
    noise = torch.randn_like(x1)
    sigma = torch.rand(x1.shape[0])
    s = sigma.view(-1, *[1] * (x1.ndim - 1))
    z = (1 - s) * x1 + s * noise
    return ((model(z, sigma) - (noise - x1)) ** 2).mean()
