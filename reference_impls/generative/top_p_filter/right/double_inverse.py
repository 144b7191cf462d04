import torch
def top_p_filter(logits, p):
    x = logits.double()
    order = x.argsort(-1, descending=True)
    prob = torch.gather(x, -1, order).softmax(-1)
    exclusive = prob.cumsum(-1) - prob
    keep_sorted = exclusive < p
    keep_sorted[..., :1] = True
    keep = torch.gather(keep_sorted, -1, order.argsort(-1))
    return logits + torch.zeros_like(logits).masked_fill(~keep, -torch.inf)
