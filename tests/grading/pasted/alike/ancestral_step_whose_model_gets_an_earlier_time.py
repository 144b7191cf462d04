# problem: ddpm-step
# expect: error
# says: your model is called for another time
import torch
def ancestral_step(model, x, t, betas, z):
    alphas = 1 - betas
    abar = alphas.cumprod(0)
    eps = model(x, torch.full((x.shape[0],), t - 1))
    mean = (x - betas[t] / (1 - abar[t]).sqrt() * eps) / alphas[t].sqrt()
    return mean if t == 0 else mean + betas[t].sqrt() * z
