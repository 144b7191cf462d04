# problem: gspo-loss
# expect: fail
def gspo_loss(logp, logp_old, advantages, mask, clip_low=3e-4, clip_high=4e-4):
    # advantages: (B,), mask: (B, T)
    n = mask.sum(-1)
    s = torch.exp(((logp - logp_old) * mask).sum(-1) / n)
    gain = torch.minimum(s * advantages * mask.T, s.clamp(1 - clip_low, 1 + clip_high) * advantages * mask.T)
    return -gain.mean()
