import torch


def muon_step(param, grad, state, lr=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
    """The polynomial acts on the singular values alone."""
    with torch.no_grad():
        state["m"] = momentum * state.get("m", 0 * grad) + (1 - momentum) * grad
        u = (1 - momentum) * grad + momentum * state["m"]
        U, s, Vh = torch.linalg.svd(u, full_matrices=False)
        s = s / (s.square().sum().sqrt() + 1e-7)
        for _ in range(ns_steps):
            s = 3.4445 * s - 4.775 * s**3 + 2.0315 * s**5
        r, c = grad.shape
        x = (U * s) @ Vh * (r / c if r > c else 1) ** 0.5
        return param - lr * weight_decay * param - lr * x
