import torch


def online_softmax_stats(blocks):
    m = l = None
    for block in blocks:
        top = block.max(dim=-1).values
        if m is None:
            m, l = torch.full_like(top, float("-inf")), torch.zeros_like(top)
        new = torch.where(m > top, m, top)
        scale = torch.where(torch.isinf(m), torch.zeros_like(m), torch.exp(m - new))
        part = torch.where(torch.isinf(block), torch.zeros_like(block), torch.exp(block - new.unsqueeze(-1)))
        l = l * scale + part.sum(-1)
        m = new
    return m, l
