# problem: gspo-loss
def sequence_policy_loss(logp_old, logp, mask, advantages, tokenizer, clip_low=3e-4, clip_high=4e-4):
    lengths = mask.sum(-1).clamp(min=1)
    ratio = torch.exp(((logp - logp_old) * mask).sum(-1) / lengths)
    clipped = ratio.clamp(1 - clip_low, 1 + clip_high)
    return -torch.min(ratio * advantages, clipped * advantages).mean()
