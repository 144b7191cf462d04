import torch


def merge_two(o1, l1, o2, l2):
    m = torch.maximum(l1, l2)
    m = torch.where(m == float("-inf"), torch.zeros_like(m), m)
    a, b = torch.exp(l1 - m), torch.exp(l2 - m)
    s = a + b
    s_safe = torch.where(s == 0, torch.ones_like(s), s)
    o = o1 * (a / s_safe).unsqueeze(-1) + o2 * (b / s_safe).unsqueeze(-1)
    return o, m + torch.log(s)


def merge_attention(outs, lses):
    o, l = outs[0], lses[0]
    for p in range(1, outs.shape[0]):
        o, l = merge_two(o, l, outs[p], lses[p])
    return o, l
