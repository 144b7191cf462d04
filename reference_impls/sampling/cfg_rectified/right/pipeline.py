import torch


class RectifiedCFGPP:
    """As in a pipeline: a predictor step, a corrector step."""

    def __init__(self, transformer, alpha):
        self.transformer = transformer
        self.alpha = alpha

    @torch.no_grad()
    def step(self, latents, sigma, sigma_next, prompt_embeds):
        noise_pred_text = self.transformer(latents, sigma, prompt_embeds)
        sigma_mid = (sigma + sigma_next) / 2
        mid = latents + (sigma_mid - sigma) * noise_pred_text
        mid_uncond, mid_text = self.transformer(mid, sigma_mid, None), self.transformer(mid, sigma_mid, prompt_embeds)
        noise_pred = noise_pred_text + self.alpha * (mid_text - mid_uncond)
        return latents + (sigma_next - sigma) * noise_pred


def rectified_cfg_step(model, x, t, dt, c, lam):
    return RectifiedCFGPP(model, lam).step(x, t, t + dt, c)
