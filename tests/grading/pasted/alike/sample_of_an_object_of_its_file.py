# problem: forward-diffuse
# says: your scheduler: DDPMScheduler is made with the schedule that the problem gives (alphas_bar)
import torch


class DDPMScheduler:
    def __init__(self, betas):
        self.alphas_cumprod = (1 - betas).cumprod(0)

    def level(self, t, ndim):
        return self.alphas_cumprod[t].view(-1, *[1] * (ndim - 1))


def q_sample(x0, t, noise, scheduler: DDPMScheduler):
    bar = scheduler.level(t, x0.ndim)
    return bar.sqrt() * x0 + (1 - bar).sqrt() * noise
