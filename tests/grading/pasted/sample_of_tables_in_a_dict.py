# problem: forward-diffuse
# says: sqrt_one_minus_alphas_cumprod is taken from alphas_bar, which the problem gives
def diffuse(x_start, t, constants, noise):
    shape = (x_start.shape[0],) + (1,) * (x_start.ndim - 1)
    kept = constants["sqrt_alphas_cumprod"][t].reshape(shape)
    return kept * x_start + constants["sqrt_one_minus_alphas_cumprod"][t].reshape(shape) * noise
