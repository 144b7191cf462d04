# problem: ddim-step
def step(model_output, sample, alpha_prod_t, alpha_prod_t_prev, eta=0.0, variance_noise=None):
    clean = (sample - (1 - alpha_prod_t) ** 0.5 * model_output) / alpha_prod_t**0.5
    variance = (1 - alpha_prod_t_prev) / (1 - alpha_prod_t) * (1 - alpha_prod_t / alpha_prod_t_prev)
    std = eta * variance**0.5
    prev = alpha_prod_t_prev**0.5 * clean + (1 - alpha_prod_t_prev - std**2) ** 0.5 * model_output
    if eta > 0:
        noise = torch.randn_like(sample) if variance_noise is None else variance_noise
        prev = prev + std * noise
    return prev
