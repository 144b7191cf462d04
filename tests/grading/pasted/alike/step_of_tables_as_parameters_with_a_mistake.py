# problem: ddpm-step
# expect: fail
# says: √ᾱ
def p_sample(x, t, noise_pred, betas, sqrt_recip_alphas_cumprod, sqrt_one_minus_alphas_cumprod, noise):
    mean = sqrt_recip_alphas_cumprod[t] * (x - betas[t] / sqrt_one_minus_alphas_cumprod[t] * noise_pred)
    return mean if t == 0 else mean + torch.sqrt(betas[t]) * noise
