# problem: ppo-loss
def policy_loss(old_log_probs, log_probs, advantages, eps=0.2):
    ratio = (log_probs - old_log_probs).exp()
    return -torch.min(ratio * advantages, ratio.clamp(1 - eps, 1 + eps) * advantages).mean()
