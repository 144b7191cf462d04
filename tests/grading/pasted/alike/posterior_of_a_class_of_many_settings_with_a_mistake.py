# problem: ddpm-posterior
# expect: fail
# says: Your code takes ᾱ_0 before step 0
import numpy as np
import torch


def pick(values, t, shape):
    found = torch.from_numpy(values).to(t.device)[t].float()
    return found.view(-1, *[1] * (len(shape) - 1)).expand(shape)


class GaussianDiffusion:
    def __init__(self, *, betas, mean_type, var_type, loss_type, rescale=False):
        self.mean_type, self.var_type, self.loss_type = mean_type, var_type, loss_type
        betas = np.array(betas, dtype=np.float64)
        assert (betas > 0).all() and (betas <= 1).all()
        alphas = 1.0 - betas
        self.alphas_cumprod = np.cumprod(alphas, axis=0)
        before = np.append(self.alphas_cumprod[:1], self.alphas_cumprod[:-1])
        self.sqrt_alphas_cumprod = np.sqrt(self.alphas_cumprod)
        self.sqrt_one_minus_alphas_cumprod = np.sqrt(1.0 - self.alphas_cumprod)
        self.variance = betas * (1.0 - before) / (1.0 - self.alphas_cumprod)
        self.log_variance = np.log(np.append(self.variance[1], self.variance[1:]))
        self.coef_of_start = betas * np.sqrt(before) / (1.0 - self.alphas_cumprod)
        self.coef_of_now = (1.0 - before) * np.sqrt(alphas) / (1.0 - self.alphas_cumprod)

    def q_sample(self, x_start, t, noise=None):
        noise = torch.randn_like(x_start) if noise is None else noise
        assert noise.shape == x_start.shape
        kept = pick(self.sqrt_alphas_cumprod, t, x_start.shape)
        return kept * x_start + pick(self.sqrt_one_minus_alphas_cumprod, t, x_start.shape) * noise

    def q_posterior_mean_variance(self, x_start, x_t, t):
        mean = pick(self.coef_of_start, t, x_t.shape) * x_start + pick(self.coef_of_now, t, x_t.shape) * x_t
        return mean, pick(self.variance, t, x_t.shape), pick(self.log_variance, t, x_t.shape)

    def training_losses(self, model, x_start, t, noise=None):
        raise NotImplementedError(self.loss_type)
