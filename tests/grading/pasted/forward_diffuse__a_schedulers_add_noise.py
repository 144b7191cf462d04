# problem: forward-diffuse
# says: self.alphas_cumprod is taken from alphas_bar, which the problem gives
    def add_noise(self, original_samples: torch.Tensor, noise: torch.Tensor, timesteps: torch.IntTensor):
        self.alphas_cumprod = self.alphas_cumprod.to(device=original_samples.device)
        level = self.alphas_cumprod.to(original_samples.dtype)[timesteps.to(original_samples.device)]
        while level.ndim < original_samples.ndim:
            level = level.unsqueeze(-1)
        return level.sqrt() * original_samples + (1 - level).sqrt() * noise
