# slip: wraps-around
def posterior(x0, x_t, t, betas):
    ab = (1 - betas).cumprod(0)
    p, n, b = ab[t - 1], ab[t], betas[t]
    return p.sqrt() * b / (1 - n) * x0 + (1 - b).sqrt() * (1 - p) / (1 - n) * x_t, b * (1 - p) / (1 - n)
