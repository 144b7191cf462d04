# problem: forward-diffuse
# expect: fail
    def add_noise(self, original_samples: torch.Tensor, noise: torch.Tensor, timesteps: torch.IntTensor):
        self.alphas_cumprod = self.alphas_cumprod.to(device=original_samples.device)
        level = self.alphas_cumprod.to(original_samples.dtype)[timesteps.to(original_samples.device)]
        while level.ndim < original_samples.ndim:
            level = level.unsqueeze(-1)
        return level.sqrt() * original_samples + (1 - level) * noise
