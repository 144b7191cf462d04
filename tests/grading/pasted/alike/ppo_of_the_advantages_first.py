# problem: ppo-loss
def surrogate(advantage, old_log_pi, log_pi, eps):
    ratio = torch.exp(log_pi - old_log_pi)
    return -torch.min(ratio * advantage, ratio.clamp(1 - eps, 1 + eps) * advantage).mean()
