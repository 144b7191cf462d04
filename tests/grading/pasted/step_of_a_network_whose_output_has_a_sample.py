# problem: ddim-step
# says: your unet gives eps
@torch.no_grad()
def next_state(unet, x_t, t, ab_t, ab_prev, eta=0.0, z=None):
    out = unet(x_t, t)
    eps = out.sample
    clean = (x_t - (1 - ab_t) ** 0.5 * eps) / ab_t**0.5
    sigma = eta * ((1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)) ** 0.5
    state = ab_prev**0.5 * clean + (1 - ab_prev - sigma**2) ** 0.5 * eps
    return state if z is None else state + sigma * z
