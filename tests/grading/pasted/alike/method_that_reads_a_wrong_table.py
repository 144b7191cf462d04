# problem: forward-diffuse
# expect: fail
# says: self.alphas_cumprod is taken from alphas_bar, which the problem gives
class Diffusion:
    def q_sample(self, x_start, t, noise):
        kept = self.alphas_cumprod[t].view(-1, *[1] * (x_start.ndim - 1))
        return kept * x_start + (1 - kept) ** 0.5 * noise
