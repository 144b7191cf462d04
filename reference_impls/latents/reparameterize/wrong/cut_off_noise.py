# slip: none
# Noise cut off at two standard deviations, and scaled to variance 1.
import torch
def reparameterize(mu, log_sigma):
    e = torch.nn.init.trunc_normal_(torch.empty_like(mu), 0, 1, -2, 2) / 0.8796
    return mu + log_sigma.exp() * e
