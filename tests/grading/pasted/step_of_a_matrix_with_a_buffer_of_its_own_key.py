# problem: muon-step
# expect: fail
# says: elsewhere than under
import torch


def zeropower(G, steps=5, eps=1e-7):
    a, b, c = (3.4445, -4.7750, 2.0315)
    X = G / (G.norm() + eps)
    if G.size(0) > G.size(1):
        X = X.T
    for _ in range(steps):
        A = X @ X.T
        X = a * X + (b * A + c * A @ A) @ X
    return X.T if G.size(0) > G.size(1) else X


@torch.no_grad()
def muon(p, g, buf, lr=0.02, beta=0.95, wd=0.0, nesterov_steps=5):
    if "momentum_buffer" not in buf:
        buf["momentum_buffer"] = torch.zeros_like(g)
    m = buf["momentum_buffer"]
    m.lerp_(g, 1 - beta)
    u = zeropower(g.lerp(m, beta), nesterov_steps)
    u = u * max(1, g.size(0) / g.size(1)) ** 0.5
    return p * (1 - lr * wd) - lr * u
