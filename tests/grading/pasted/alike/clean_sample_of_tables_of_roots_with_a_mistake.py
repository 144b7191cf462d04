# problem: tweedie-x0
# expect: fail
def predict_start_from_noise(self, x_t, t, noise):
    shape = (-1,) + (1,) * (x_t.ndim - 1)
    inverse = self.sqrt_recip_alphas_cumprod[t].view(shape)
    return inverse * x_t - self.sqrt_one_minus_alphas_cumprod[t].view(shape) * noise
