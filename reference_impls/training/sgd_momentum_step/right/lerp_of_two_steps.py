import torch


def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    p, g = param.detach().clone(), grad.detach().clone()
    g.add_(p * weight_decay)
    old = state.pop("buf", None)
    new = g.clone() if old is None else torch.add(g, old, alpha=momentum)
    state["buf"] = new
    for _ in range(int(nesterov)):
        new = torch.add(g, new, alpha=momentum)
    return torch.sub(p, new, alpha=lr)
