# problem: sds-gradient
# expect: fail
class StableDiffusionGuidance:
    def __init__(self, unet, scheduler, guidance_scale=100.0):
        self.unet = unet
        self.alphas = scheduler.alphas_cumprod
        self.guidance_scale = guidance_scale
    @torch.no_grad()
    def __call__(self, rgb, text_emb, t, noise):
        b = rgb.shape[0]
        a = self.alphas[t].to(rgb.dtype).view(b, *[1] * (rgb.dim() - 1))
        noisy = a ** 0.5 * rgb + (1 - a) ** 0.5 * noise
        e_text = self.unet(noisy, t, text_emb)
        e_uncond = self.unet(noisy, t, None)
        e = e_uncond + self.guidance_scale * (e_text - e_uncond)
        return a * (e - noise)
