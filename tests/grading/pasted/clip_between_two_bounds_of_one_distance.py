# problem: ppo-loss
# says: your clip_max is the bound itself, 1 + clip of the statement
# says: your clip_min is the bound itself, 1 - clip of the statement
def policy_loss(log_probs, old_log_probs, advantages, clip_min=0.8, clip_max=1.2):
    ratio = torch.exp(log_probs - old_log_probs)
    cut = torch.clamp(ratio, clip_min, clip_max)
    return -torch.min(ratio * advantages, cut * advantages).mean()
