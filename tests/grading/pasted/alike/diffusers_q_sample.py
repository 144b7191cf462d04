# problem: forward-diffuse
def add_noise(original_samples, timesteps, noise, alphas_cumprod):
    sqrt_alpha_prod = alphas_cumprod[timesteps] ** 0.5
    sqrt_one_minus = (1 - alphas_cumprod[timesteps]) ** 0.5
    while sqrt_alpha_prod.ndim < original_samples.ndim:
        sqrt_alpha_prod = sqrt_alpha_prod.unsqueeze(-1)
        sqrt_one_minus = sqrt_one_minus.unsqueeze(-1)
    return sqrt_alpha_prod * original_samples + sqrt_one_minus * noise
