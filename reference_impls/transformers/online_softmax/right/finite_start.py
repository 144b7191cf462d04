import torch
def online_softmax_stats(blocks):
    m, l = torch.tensor(-1e30), torch.tensor(0.0)
    for s in blocks:
        new = torch.maximum(m, s.max(-1)[0])
        l = l * torch.exp(m - new) + torch.exp(s - new[..., None]).sum(-1)
        m = new
    return m, l
