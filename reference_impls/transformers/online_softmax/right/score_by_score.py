import torch


def online_softmax_stats(blocks):
    """Algorithm 3 as printed: one score after the other, for all rows."""
    m = l = None
    for block in blocks:
        for s in block.unbind(-1):
            if m is None:
                m, l = s.clone(), (s > float("-inf")).to(s.dtype)
                continue
            new = torch.maximum(m, s)
            up = torch.nan_to_num(torch.exp(m - new), nan=0.0)
            l = l * up + torch.nan_to_num(torch.exp(s - new), nan=0.0)
            m = new
    return [m, l]
