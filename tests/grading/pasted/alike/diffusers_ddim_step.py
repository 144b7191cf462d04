# problem: ddim-step
def ddim_step(sample, model_output, alpha_prod_t, alpha_prod_t_prev, eta=0.0, variance_noise=None):
    beta_prod_t = 1 - alpha_prod_t
    pred_original = (sample - beta_prod_t ** 0.5 * model_output) / alpha_prod_t ** 0.5
    variance = (1 - alpha_prod_t_prev) / (1 - alpha_prod_t) * (1 - alpha_prod_t / alpha_prod_t_prev)
    std = eta * variance ** 0.5
    direction = (1 - alpha_prod_t_prev - std ** 2) ** 0.5 * model_output
    prev = alpha_prod_t_prev ** 0.5 * pred_original + direction
    if eta > 0:
        prev = prev + std * variance_noise
    return prev
