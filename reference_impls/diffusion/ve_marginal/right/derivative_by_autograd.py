import torch


def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):
    with torch.enable_grad():
        s = t.detach().clone().requires_grad_()
        var = (sigma_min * (sigma_max / sigma_min) ** s) ** 2
        (rate,) = torch.autograd.grad(var.sum(), s)
    return torch.ones_like(t), (var.detach() - sigma_min**2).sqrt(), rate.sqrt()
