import torch


def iwae_bound(log_w):
    return torch.mean(torch.logsumexp(log_w, 0) - torch.log(torch.tensor(float(log_w.size(0)))))
