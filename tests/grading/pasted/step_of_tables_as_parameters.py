# problem: ddpm-step
# says: your alphas and alphas_cumprod are made of the schedule that the problem gives (betas)
def p_sample(x, t, noise_pred, betas, alphas, alphas_cumprod, noise):
    coefficient = betas[t] / torch.sqrt(1 - alphas_cumprod[t])
    mean = (x - coefficient * noise_pred) / torch.sqrt(alphas[t])
    return mean if t == 0 else mean + torch.sqrt(betas[t]) * noise
