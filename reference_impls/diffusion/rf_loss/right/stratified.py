import torch


def rf_loss(model, x1):
    n = x1.shape[0]
    t = ((torch.arange(n) + torch.rand(n)) / n)[torch.randperm(n)]
    x0 = torch.randn_like(x1)
    x_t = torch.stack([(1 - s) * a + s * b for s, a, b in zip(t, x0, x1)])
    return torch.mean(torch.square(model(x_t, t) - x1 + x0))
