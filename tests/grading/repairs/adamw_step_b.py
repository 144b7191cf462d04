# planted: moments-start-with-the-gradient, correction-with-default-betas, decay-after
# left: correction-with-default-betas, decay-after
import torch


def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    param, grad = param.detach(), grad.detach()
    b1, b2 = betas
    if "step" not in state:
        state["step"] = 0
        state["m"] = torch.zeros_like(grad)
        state["v"] = torch.zeros_like(grad)
    state["step"] += 1
    state["m"] = state["m"] * b1 + grad * (1 - b1)
    state["v"] = state["v"] * b2 + grad * grad * (1 - b2)
    mean = state["m"] / (1 - 0.9 ** state["step"])
    square = state["v"] / (1 - 0.999 ** state["step"])
    new = param - lr * mean / (square.sqrt() + eps)
    return new - lr * weight_decay * new
