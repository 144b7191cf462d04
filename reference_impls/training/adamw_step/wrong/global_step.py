# slip: none
import torch

STEP = 0


@torch.no_grad()
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    global STEP
    STEP = 1 if not state else STEP + 1
    m = betas[0] * state.get("m", 0) + (1 - betas[0]) * grad
    v = betas[1] * state.get("v", 0) + (1 - betas[1]) * grad * grad
    state.update(step=STEP, m=m, v=v)
    m_hat, v_hat = m / (1 - betas[0] ** STEP), v / (1 - betas[1] ** STEP)
    return param * (1 - lr * weight_decay) - lr * m_hat / (v_hat.sqrt() + eps)
