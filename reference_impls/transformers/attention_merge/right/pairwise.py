import torch


def merge_two(o1, l1, o2, l2):
    m = torch.maximum(l1, l2)
    m = torch.where(torch.isinf(m), torch.zeros_like(m), m)
    a, b = torch.exp(l1 - m), torch.exp(l2 - m)
    total = a + b
    safe = torch.where(total == 0, torch.ones_like(total), total)
    out = (a / safe)[..., None] * o1 + (b / safe)[..., None] * o2
    return out, m + torch.log(total)


def merge_attention(outs, lses):
    out, lse = outs[0], lses[0]
    for o, l in zip(outs[1:], lses[1:]):
        out, lse = merge_two(out, lse, o, l)
    return out, lse
