# slip: none
# Half as many draws, each used twice, in mixed order.
import torch
def reparameterize(mu, log_sigma):
    n = mu.numel(); e = torch.randn((n + 1) // 2, dtype=mu.dtype).repeat(2)[:n][torch.randperm(n)]
    return mu + log_sigma.exp() * e.reshape(mu.shape)
