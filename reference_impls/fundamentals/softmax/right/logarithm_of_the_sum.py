import torch


def softmax(x, dim=-1):
    m, _ = torch.max(x, dim, keepdim=True)
    lse = m + torch.log(torch.sum(torch.exp(x - m), dim, keepdim=True))
    return torch.exp(x - lse)
