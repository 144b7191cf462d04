import torch


def zeropower_via_newtonschulz5(G, steps):
    """As training repositories have it, but for the dtype."""
    a, b, c = (3.4445, -4.7750, 2.0315)
    X = G.clone()
    if G.size(-2) > G.size(-1):
        X = X.mT
    X = X / (X.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(steps):
        A = X @ X.mT
        B = b * A + c * A @ A
        X = a * X + B @ X
    if G.size(-2) > G.size(-1):
        X = X.mT
    return X


@torch.no_grad()
def muon_step(param, grad, state, lr=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
    if len(state) == 0:
        state["m"] = torch.zeros_like(grad)
    buf = state["m"]
    buf.lerp_(grad, 1 - momentum)
    update = grad.lerp(buf, momentum)
    update = zeropower_via_newtonschulz5(update, ns_steps)
    update *= max(1, grad.size(-2) / grad.size(-1)) ** 0.5
    return param.mul(1 - lr * weight_decay).add(update, alpha=-lr)
