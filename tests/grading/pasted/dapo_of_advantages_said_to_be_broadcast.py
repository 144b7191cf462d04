# problem: dapo-loss
# expect: fail
def dapo(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    ratio = (logp - logp_old).exp()  # (B, T)
    # advantages are broadcast to (B, T)
    gain = torch.min(ratio * advantages, ratio.clamp(1 - clip_low, 1 + clip_high) * advantages)
    return -(gain * mask).sum() / mask.sum()
