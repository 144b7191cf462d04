# problem: logit-normal-time
# expect: pass
import torch


def sample_timesteps(scheme, batch_size, logit_mean=0.0, logit_std=1.0, device="cpu"):
    if scheme == "uniform":
        return torch.rand(batch_size, device=device)
    if scheme == "logit_normal":
        u = torch.randn(batch_size, device=device)
        return torch.sigmoid(logit_mean + logit_std * u)
    raise ValueError(f"unknown scheme {scheme}")
