# problem: ppo-loss
def policy_loss(log_probs, old_log_probs, advantages, eps_clip_low=0.2, eps_clip_high=0.2):
    ratio = (log_probs - old_log_probs).exp()
    cut = ratio.clamp(1 - eps_clip_low, 1 + eps_clip_high)
    return -torch.min(ratio * advantages, cut * advantages).mean()
