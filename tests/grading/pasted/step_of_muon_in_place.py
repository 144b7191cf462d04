# problem: muon-step
# expect: fail
# says: Your code returns None. Does each way through it end in `return`
# not: is_leaf
import torch


@torch.no_grad()
def muon_step(param, grad, state, lr=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
    if "m" not in state:
        state["m"] = torch.zeros_like(grad)
    state["m"].mul_(momentum).add_(grad)
    x = state["m"]
    if x.size(0) > x.size(1):
        x = x.T
    x = x / (x.norm() + 1e-7)
    for _ in range(ns_steps):
        s = x @ x.T
        x = 3.4445 * x + (-4.7750 * s + 2.0315 * s @ s) @ x
    if param.size(0) > param.size(1):
        x = x.T
    param.mul_(1 - lr * weight_decay)
    param.add_(x, alpha=-lr * max(param.shape) ** 0.5)
