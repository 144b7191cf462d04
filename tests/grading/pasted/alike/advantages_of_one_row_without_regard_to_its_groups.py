# problem: grpo-advantages
# expect: fail
# says: over all prompts at once
def group_advantages(scores, group_ids, eps=1e-6):
    out = torch.zeros_like(scores)
    for one in torch.unique(group_ids):
        own, all_of_them = scores[group_ids == one], scores
        if len(own) > 1 and own.max() > own.min():
            out[group_ids == one] = (own - all_of_them.mean()) / (all_of_them.std() + eps)
    return out
