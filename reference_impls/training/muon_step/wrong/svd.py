# slip: exact-orthogonalization
import torch


@torch.no_grad()
def muon_step(param, grad, state, lr=0.02, momentum=0.95, weight_decay=0.0, ns_steps=5):
    state["m"] = m = momentum * state.get("m", torch.zeros_like(grad)) + (1 - momentum) * grad
    u = (1 - momentum) * grad + momentum * m
    U, S, V = torch.svd(u)
    return param * (1 - lr * weight_decay) - lr * max(1, param.shape[0] / param.shape[1]) ** 0.5 * U @ V.T
