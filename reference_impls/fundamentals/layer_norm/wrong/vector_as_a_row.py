# slip: two-axes-at-least
# input: x of shape (8,): result has shape (1, 8)
import torch


def layer_norm(x, gamma, beta, eps=1e-5):
    x = torch.atleast_2d(x)
    lead = x.shape[:-1]
    flat = x.reshape(-1, x.shape[-1])
    mu = flat.mean(1, keepdim=True)
    var = ((flat - mu) ** 2).mean(1, keepdim=True)
    y = (flat - mu) / torch.sqrt(var + eps)
    return (y * gamma + beta).reshape(*lead, -1)
