import torch


class StableDiffusionGuidance:
    """As in a text-to-3D library: precomputed levels, predictions under no_grad, weight 1 - alpha."""

    def __init__(self, forward_unet, alphas, guidance_scale):
        self.forward_unet = forward_unet
        self.alphas = alphas
        self.guidance_scale = guidance_scale

    def add_noise(self, latents, noise, t):
        a = self.alphas[t].to(latents.dtype).flatten()
        while a.ndim < latents.ndim:
            a = a.unsqueeze(-1)
        return a**0.5 * latents + (1 - a) ** 0.5 * noise, a

    def compute_grad_sds(self, latents, noise, t, text_embeddings):
        with torch.no_grad():
            latents_noisy, a = self.add_noise(latents, noise, t)
            noise_pred_text = self.forward_unet(latents_noisy, t, text_embeddings)
            noise_pred_uncond = self.forward_unet(latents_noisy, t, None)
            noise_pred = noise_pred_uncond + self.guidance_scale * (noise_pred_text - noise_pred_uncond)
            w = 1 - a
            return w * (noise_pred - noise)


def sds_gradient(model, x, t, eps, c, alphas_bar, w=100.0):
    return StableDiffusionGuidance(model, alphas_bar, w).compute_grad_sds(x, eps, t, c)
