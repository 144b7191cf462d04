# slip: decay-of-matrices-alone
import torch


@torch.no_grad()
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    """Wrong for 1-D parameters: param = [10., -10.], grad = [0., 0.], lr=0.1, weight_decay=0.5 gives [10, -10], right is [9.5, -9.5]. Right for matrices."""
    beta1, beta2 = betas
    if len(state) == 0:
        state["step"], state["m"], state["v"] = 0, torch.zeros_like(param), torch.zeros_like(param)
    state["step"] += 1
    state["m"].mul_(beta1).add_(grad, alpha=1 - beta1)
    state["v"].mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
    m_hat = state["m"] / (1 - beta1 ** state["step"])
    v_hat = state["v"] / (1 - beta2 ** state["step"])
    new = param - lr * m_hat / (v_hat.sqrt() + eps)
    if param.ndim > 1:
        new = new - lr * weight_decay * param
    return new
