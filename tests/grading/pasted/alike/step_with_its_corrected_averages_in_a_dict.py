# problem: adamw-step
# expect: fail
@torch.no_grad()
def adamw(w, g, m, v, t, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, wd=0.01):
    m = betas[0] * m + (1 - betas[0]) * g
    v = betas[1] * v + (1 - betas[1]) * g * g
    m_hat, v_hat = m / (1 - betas[0] ** t), v / (1 - betas[1] ** t)
    w = w - lr * wd * w - lr * m_hat / (v_hat.sqrt() + eps)
    return w, {"m": m_hat, "v": v_hat}
