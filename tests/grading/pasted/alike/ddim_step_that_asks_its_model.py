# problem: ddim-step
# says: your unet gives eps for the state
import torch


@torch.no_grad()
def denoise_once(unet, sample, step, alpha_bar, alpha_bar_prev, eta=0.0, noise=None):
    unet.eval()
    steps = torch.full((sample.shape[0],), step, device=sample.device)
    residual = unet(sample, steps)
    clean = (sample - (1 - alpha_bar) ** 0.5 * residual) / alpha_bar**0.5
    spread = eta * ((1 - alpha_bar_prev) / (1 - alpha_bar) * (1 - alpha_bar / alpha_bar_prev)) ** 0.5
    mean = alpha_bar_prev**0.5 * clean + (1 - alpha_bar_prev - spread**2) ** 0.5 * residual
    return mean if noise is None else mean + spread * noise
