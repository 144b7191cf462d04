# problem: ddim-step
# expect: fail
# says: exchanges ab_t and ab_prev

def step(sample, noise_pred, alpha_prev, alpha_t, eta=0.0, z=None):
    at, to = alpha_prev, alpha_t
    clean = (sample - (1 - at) ** 0.5 * noise_pred) / at**0.5
    spread = eta * ((1 - to) / (1 - at) * (1 - at / to)) ** 0.5
    new = to**0.5 * clean + (1 - to - spread**2) ** 0.5 * noise_pred
    return new if eta == 0 else new + spread * z
