import torch
def layer_norm(x, gamma, beta, eps=1e-5):
    h = x.float()
    h = (h - h.mean(-1, keepdim=True)) * torch.rsqrt(h.var(-1, keepdim=True, unbiased=False) + eps)
    return (gamma * h + beta).to(x.dtype)
