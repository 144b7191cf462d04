# problem: ddim-step
def step(eps, sample, alpha_t, alpha_prev, eta=0.0, noise=None):
    sigma = eta * ((1 - alpha_prev) / (1 - alpha_t) * (1 - alpha_t / alpha_prev)) ** 0.5
    clean = (sample - (1 - alpha_t) ** 0.5 * eps) / alpha_t**0.5
    out = alpha_prev**0.5 * clean + (1 - alpha_prev - sigma**2) ** 0.5 * eps
    return out if noise is None else out + sigma * noise
