import math


def ddpm_step(x_t, eps, t, betas, z):
    alpha_bar = 1.0
    for b in betas[: t + 1].tolist():
        alpha_bar *= 1.0 - b
    beta = float(betas[t])
    coef = beta / math.sqrt(1.0 - alpha_bar)
    out = (x_t - coef * eps) * (1.0 / math.sqrt(1.0 - beta))
    return out if t == 0 else out + math.sqrt(beta) * z
