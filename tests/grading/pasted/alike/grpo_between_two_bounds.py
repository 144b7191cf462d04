# problem: grpo-loss
def grpo(*, logps, mask, advantages, old_logps, ref_logps, kl_beta=0.0, eps_low=0.2, eps_high=0.28):
    ratio = torch.exp(logps - old_logps)
    clipped = ratio.clamp(1 - eps_low, 1 + eps_high)
    gain = torch.min(ratio * advantages[:, None], clipped * advantages[:, None])
    d = ref_logps - logps
    per_token = gain - kl_beta * (d.exp() - d - 1)
    return -((per_token * mask).sum(1) / mask.sum(1)).mean()
