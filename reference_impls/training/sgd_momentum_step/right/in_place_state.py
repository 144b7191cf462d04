import torch


@torch.no_grad()
def sgd_step(param, grad, state, lr=0.1, momentum=0.9, weight_decay=0.0, nesterov=False):
    if weight_decay != 0:
        grad = grad.add(param, alpha=weight_decay)
    buf = state.get("buf")
    if buf is None:
        buf = state["buf"] = torch.clone(grad).detach()
    else:
        buf.mul_(momentum).add_(grad, alpha=1)
    grad = grad.add(buf, alpha=momentum) if nesterov else buf
    return param.add(grad, alpha=-lr)
