import torch


def mean_flow_target(u, x_t, r, t, v):
    """d/ds u(x + s v, r, t + s) at s = 0, one entry of u at a time."""
    s = torch.zeros((), dtype=x_t.dtype, requires_grad=True)
    out = u(x_t.detach() + s * v.detach(), r.detach(), t.detach() + s).flatten()
    rate = torch.stack([torch.autograd.grad(o, s, retain_graph=True)[0] for o in out]).view(x_t.shape)
    gaps = [float(b - a) for a, b in zip(r, t)]
    return torch.stack([vi.detach() - g * d for vi, g, d in zip(v, gaps, rate)])
