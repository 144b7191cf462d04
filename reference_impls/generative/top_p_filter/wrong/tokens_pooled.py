# slip: dropped-in-any-row
import torch


def top_p_filter(logits, p):
    # right for one row; wrong for two: [[5., 0.], [0., 5.]], p=0.5 -> everything becomes -inf
    filtered = logits.clone()
    vals, ids = torch.sort(logits, dim=-1, descending=True)
    cp = torch.cumsum(torch.softmax(vals, -1), -1)
    remove = cp >= p
    remove = torch.cat([torch.zeros_like(remove[..., :1]), remove[..., :-1]], dim=-1)
    bad = ids[remove]
    filtered[..., bad] = float("-inf")
    return filtered
