# problem: ddpm-step
# expect: error
# says: your model is called for something else than the state
import torch
def ancestral_step(model, x, t, betas, z):
    alphas = 1 - betas
    abar = alphas.cumprod(0)
    eps = model(x * alphas[t].sqrt(), torch.full((x.shape[0],), t))
    mean = (x - betas[t] / (1 - abar[t]).sqrt() * eps) / alphas[t].sqrt()
    return mean if t == 0 else mean + betas[t].sqrt() * z
