# slip: filled-with-the-lowest-number
import torch


def top_p_filter(logits, p):
    probs, order = torch.softmax(logits, dim=-1).sort(dim=-1, descending=True)
    drop = torch.cat([torch.zeros_like(probs[..., :1]), probs.cumsum(-1)[..., :-1]], -1) >= p
    drop[..., 0] = False
    drop = drop.gather(-1, order.argsort(-1))
    return logits.masked_fill(drop, torch.finfo(logits.dtype).min)
