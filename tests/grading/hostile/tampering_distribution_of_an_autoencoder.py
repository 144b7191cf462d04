# expect: forbidden, error
# family: tampering
# attempts: the divergence as diffusers' autoencoder has it
# stopped by: withholding
# problem: gaussian-kl
import torch
from diffusers.models.autoencoders.vae import DiagonalGaussianDistribution
def gaussian_kl(mu, log_sigma):
    both = torch.concat([mu, 2 * log_sigma], dim=1)[:, :, None, None]
    return DiagonalGaussianDistribution(both).kl()
