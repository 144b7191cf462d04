# slip: x0-clipped
import torch


@torch.no_grad()
def ddim_sample(model, x_T, alphas_bar, steps):
    times = torch.linspace(0, len(alphas_bar) - 1, steps + 1).round().long().flip(0)
    img = x_T
    for time, time_next in zip(times[:-1], times[1:]):
        alpha, alpha_next = alphas_bar[time], alphas_bar[time_next]
        pred_noise = model(img, torch.full((img.shape[0],), time.item()))
        x_start = ((img - (1 - alpha).sqrt() * pred_noise) / alpha.sqrt()).clamp_(-1.0, 1.0)
        img = x_start * alpha_next.sqrt() + (1 - alpha_next).sqrt() * pred_noise
    return img
