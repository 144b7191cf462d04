# problem: ddim-sample
# says: your scheduler is made by DDIMScheduler of alphas_bar
class DDIMScheduler:
    def __init__(self, alphas_cumprod):
        self.alphas_cumprod = alphas_cumprod
    def set_timesteps(self, n):
        T = len(self.alphas_cumprod)
        self.timesteps = [(T - 1) * (n - i) // n for i in range(n + 1)]
    def step(self, eps, i, x):
        a, ap = self.alphas_cumprod[self.timesteps[i]], self.alphas_cumprod[self.timesteps[i + 1]]
        return ap.sqrt() * (x - (1 - a).sqrt() * eps) / a.sqrt() + (1 - ap).sqrt() * eps
@torch.no_grad()
def sample_loop(unet, noise, scheduler, num_inference_steps):
    scheduler.set_timesteps(num_inference_steps)
    x = noise
    for i in range(num_inference_steps):
        t = torch.full((x.shape[0],), scheduler.timesteps[i], dtype=torch.long)
        x = scheduler.step(unet(x, t), i, x)
    return x
