# problem: cfg-rectified
import torch


class RectifiedCFGpp:
    def __init__(self, transformer, lmbda):
        self.transformer = transformer
        self.lmbda = lmbda

    @torch.no_grad()
    def step(self, latents, t, dt, prompt_embeds):
        v_c = self.transformer(latents, t, prompt_embeds)
        x_mid = latents + 0.5 * dt * v_c
        t_mid = t + 0.5 * dt
        v_c_mid = self.transformer(x_mid, t_mid, prompt_embeds)
        v_u_mid = self.transformer(x_mid, t_mid, None)
        v = v_c + self.lmbda * (v_c_mid - v_u_mid)
        return latents + dt * v
