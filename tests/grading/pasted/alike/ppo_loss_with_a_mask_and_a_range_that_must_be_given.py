# problem: ppo-loss
def masked_mean(values, mask):
    return (values * mask).sum() / mask.sum()

def compute_policy_loss(old_log_prob, log_prob, advantages, eos_mask, cliprange):
    ratio = torch.exp(log_prob - old_log_prob)
    first = -advantages * ratio
    second = -advantages * torch.clamp(ratio, 1.0 - cliprange, 1.0 + cliprange)
    return masked_mean(torch.max(first, second), eos_mask)
