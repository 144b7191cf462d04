# problem: gspo-loss
# says: your advantages is given as (B, T)
def gspo_loss(logprobs, old_logprobs, advantages, mask, clip_low=3e-4, clip_high=4e-4):
    n = mask.sum(dim=1)
    s = torch.exp(((logprobs - old_logprobs) * mask).sum(dim=1) / n)
    a = (advantages * mask).sum(dim=1) / n  # the same at every token
    return -torch.minimum(s * a, torch.clamp(s, 1 - clip_low, 1 + clip_high) * a).mean()
