# slip: sorted-order-returned
import torch


def top_p_filter(logits, p):
    z = torch.sort(logits, dim=-1, descending=True)[0]
    c = z.softmax(-1).cumsum(-1)
    keep = torch.cat([torch.ones_like(c[..., :1], dtype=torch.bool), c[..., :-1] < p], dim=-1)
    return torch.where(keep, z, torch.tensor(float("-inf"), dtype=z.dtype))
