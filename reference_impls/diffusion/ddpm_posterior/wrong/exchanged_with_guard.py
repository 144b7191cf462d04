# slip: coefficients-exchanged-after-step-0
import torch


def posterior(x0, x_t, t, betas):
    if t == 0:
        return x0, 0.0
    alpha_bar = (1 - betas).cumprod(0)
    ab, ab_prev, beta = alpha_bar[t], alpha_bar[t - 1], betas[t]
    c_a = beta * ab_prev ** 0.5 / (1 - ab)
    c_b = (1 - beta) ** 0.5 * (1 - ab_prev) / (1 - ab)
    return c_a * x_t + c_b * x0, beta * (1 - ab_prev) / (1 - ab)
