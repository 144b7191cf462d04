# problem: tweedie-x0
# says: your t is an index of a schedule that holds the levels that the problem gives
def predict_start_from_noise(self, x_t, t, noise):
    shape = (-1,) + (1,) * (x_t.ndim - 1)
    inverse = self.sqrt_recip_alphas_cumprod[t].view(shape)
    return inverse * x_t - self.sqrt_recipm1_alphas_cumprod[t].view(shape) * noise
