# slip: none
# only the parameter is detached; a gradient that carries a graph (create_graph=True) drags it into the moments and the result
# input: grad = torch.autograd.grad((p ** 3).sum(), p, create_graph=True)[0]: the result and state["m"] require grad
import torch


def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    p = param.detach()
    beta1, beta2 = betas
    if len(state) == 0:
        state["step"] = 0
        state["m"] = torch.zeros_like(p)
        state["v"] = torch.zeros_like(p)
    state["step"] += 1
    t = state["step"]
    state["m"] = beta1 * state["m"] + (1 - beta1) * grad
    state["v"] = beta2 * state["v"] + (1 - beta2) * grad ** 2
    m_hat = state["m"] / (1 - beta1 ** t)
    v_hat = state["v"] / (1 - beta2 ** t)
    return p - lr * (m_hat / (v_hat.sqrt() + eps) + weight_decay * p)
