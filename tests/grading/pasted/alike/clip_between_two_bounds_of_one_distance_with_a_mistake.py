# problem: ppo-loss
# expect: fail
def policy_loss(log_probs, old_log_probs, advantages, clip_min=0.8, clip_max=1.2):
    ratio = torch.exp(log_probs - old_log_probs)
    cut = torch.clamp(ratio, clip_min, clip_max)
    return -torch.max(ratio * advantages, cut * advantages).mean()
