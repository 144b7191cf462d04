import torch


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    """All (x0, x_t) pairs at once, then a lookup."""
    joint = torch.einsum("ik,kj->ijk", q_bar_prev, q_t)
    return (joint / joint.sum(-1, keepdim=True).clamp_min(1e-30))[x0, x_t]
