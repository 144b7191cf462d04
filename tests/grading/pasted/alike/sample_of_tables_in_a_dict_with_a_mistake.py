# problem: forward-diffuse
# expect: fail
# says: one root too many
def diffuse(x_start, t, constants, noise):
    shape = (x_start.shape[0],) + (1,) * (x_start.ndim - 1)
    kept = constants["sqrt_alphas_cumprod"][t].reshape(shape)
    return kept * x_start + torch.sqrt(1 - constants["sqrt_alphas_cumprod"][t]).reshape(shape) * noise
