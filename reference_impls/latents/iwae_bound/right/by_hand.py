import torch


def iwae_bound(log_w):
    top, _ = log_w.max(dim=0, keepdim=True)
    w = torch.exp(log_w - top.detach())
    return (top.detach().squeeze(0) + torch.log(w.mean(0))).mean()
