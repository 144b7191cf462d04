# problem: adamw-step
# says: and that of betas in the statement is (0.9, 0.999): your code was called with (0.9, 0.999).
# says: Your default of lr is 0.0003, and that in the statement is 0.001: your code was called with 0.001.
@torch.no_grad()
def adamw_step(w, g, m, v, t, lr=3e-4, beta1=0.9, beta2=0.95, eps=1e-8, weight_decay=0.1):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * (g * g)
    m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * (m_hat / (v_hat.sqrt() + eps) + weight_decay * w), m, v
