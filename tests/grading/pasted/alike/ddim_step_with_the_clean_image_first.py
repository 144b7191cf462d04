# problem: ddim-step
# says: the one called prev_sample is graded
def step(sample, noise_pred, alpha_prod_t, alpha_prod_t_prev, eta=0.0, noise=None):
    x0 = (sample - (1 - alpha_prod_t) ** 0.5 * noise_pred) / alpha_prod_t ** 0.5
    std = eta * ((1 - alpha_prod_t_prev) / (1 - alpha_prod_t) * (1 - alpha_prod_t / alpha_prod_t_prev)) ** 0.5
    prev_sample = alpha_prod_t_prev ** 0.5 * x0 + (1 - alpha_prod_t_prev - std ** 2) ** 0.5 * noise_pred
    if eta > 0:
        prev_sample = prev_sample + std * noise
    return x0, prev_sample
