# problem: grpo-advantages
def group_advantages(scores, group_ids, eps=1e-6):
    out = torch.zeros_like(scores)
    for one in torch.unique(group_ids):
        own = scores[group_ids == one]
        if len(own) > 1 and own.max() > own.min():
            out[group_ids == one] = (own - own.mean()) / (own.std() + eps)
    return out
