# problem: sds-gradient
# expect: invalid
# says: SDSLoss can only be made with cfg, pipe, text_embeddings
import torch


class SDSLoss:
    def __init__(self, cfg, pipe, text_embeddings, device="cpu"):
        self.cfg = cfg
        self.pipe = pipe
        self.device = device
        self.text_embeddings = text_embeddings
        self.alphas = pipe.scheduler.alphas_cumprod

    def add_noise_to_latents(self, latent_z, timestep, return_noise=True, eps=None):
        if eps is None:
            eps = torch.randn_like(latent_z)
        noised_latent_zt = self.pipe.scheduler.add_noise(latent_z, eps, timestep)
        if return_noise:
            return noised_latent_zt, eps
        return noised_latent_zt

    def drop_nans(self, grads):
        assert torch.isfinite(grads).all()
        return torch.nan_to_num(grads.detach().float(), 0.0, 0.0, 0.0)

    def get_grad_weights(self, timestep):
        return (1 - self.alphas[timestep])

    def sds_grads(self, latent_z, **sds_kwargs):
        with torch.no_grad():
            timestep = torch.randint(
                low=self.cfg.sds_timestep_low,
                high=min(950, self.cfg.timesteps) - 1,
                size=(latent_z.shape[0],),
                device=self.device, dtype=torch.long)
            noised_latent_zt, eps = self.add_noise_to_latents(latent_z, timestep, return_noise=True)
            z_in = torch.cat([noised_latent_zt] * 2)
            timestep_in = torch.cat([timestep] * 2)
            eps_t_uncond, eps_t = self.pipe.unet(z_in, timestep_in, encoder_hidden_states=self.text_embeddings).sample.float().chunk(2)
            eps_t = eps_t_uncond + self.cfg.guidance_scale * (eps_t - eps_t_uncond)
            w = self.get_grad_weights(timestep)
            grad_z = w * (eps_t - eps)
            grad_z = self.drop_nans(grad_z)
        return grad_z
