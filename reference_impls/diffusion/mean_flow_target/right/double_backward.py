import torch


def mean_flow_target(u, x_t, r, t, v):
    """Reverse mode twice: the gradient of a product with a dummy is linear in the dummy."""
    x, time = x_t.detach().clone().requires_grad_(), t.detach().clone().requires_grad_()
    out = u(x, r.detach(), time)
    dummy = torch.zeros_like(out, requires_grad=True)
    gx, gt = torch.autograd.grad(out, (x, time), grad_outputs=dummy, create_graph=True, materialize_grads=True)
    product = (gx * v.detach()).sum() + gt.sum()
    (rate,) = torch.autograd.grad(product, dummy, materialize_grads=True)
    while r.ndim < v.ndim:
        r, t = r.unsqueeze(-1), t.unsqueeze(-1)
    return (v - (t - r) * rate).detach()
