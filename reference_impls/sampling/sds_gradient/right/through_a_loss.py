import torch


def sds_gradient(model, x, t, eps, c, alphas_bar, w=100.0):
    """The gradient of a loss whose target is detached: what trainers put into backward."""
    leaf = x.detach().clone().requires_grad_()
    with torch.no_grad():
        ab = alphas_bar.to(x.dtype)[t].reshape((-1,) + (1,) * (x.ndim - 1))
        noisy = torch.sqrt(ab) * x + torch.sqrt(1 - ab) * eps
        u = model(noisy, t, None)
        guided = torch.lerp(u, model(noisy, t, c), w)
        target = leaf.detach() - (1 - ab) * (guided - eps)
    loss = 0.5 * torch.nn.functional.mse_loss(leaf, target, reduction="sum")
    return torch.autograd.grad(loss, leaf)[0]
