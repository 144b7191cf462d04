# problem: forward-diffuse
# says: methods moved to the left
    def q_sample(self, x_start, t, noise=None):
        if noise is None:
            noise = torch.randn_like(x_start)
        signal = take(self.sqrt_alphas_cumprod, t, x_start)
        return signal * x_start + take(self.sqrt_one_minus_alphas_cumprod, t, x_start) * noise


def take(table, t, like):
    return table.gather(0, t).reshape(len(t), *(1,) * (like.ndim - 1))
