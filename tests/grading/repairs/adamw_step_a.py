# planted: moments-start-with-the-gradient, correction-with-default-betas, decay-after
# left: none
import torch


def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    with torch.no_grad():
        step = state.get("step", 0) + 1
        m = state.get("m", torch.zeros_like(param)).lerp(grad, 1 - betas[0])
        v = state.get("v", torch.zeros_like(param)) * betas[1] + (1 - betas[1]) * grad.square()
        state["step"], state["m"], state["v"] = step, m, v
        denominator = (v / (1 - betas[1] ** step)).sqrt().add(eps)
        decayed = param - lr * weight_decay * param
        return decayed - lr * (m / (1 - betas[0] ** step)) / denominator
