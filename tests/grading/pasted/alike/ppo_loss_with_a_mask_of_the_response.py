# problem: ppo-loss
# says: your response_mask is 1 for all: the problem has no mask
def masked_mean(values, mask):
    return (values * mask).sum() / mask.sum()

def compute_policy_loss(old_log_prob, log_prob, advantages, response_mask, cliprange=0.2):
    ratio = torch.exp(log_prob - old_log_prob)
    first = -advantages * ratio
    second = -advantages * torch.clamp(ratio, 1.0 - cliprange, 1.0 + cliprange)
    return masked_mean(torch.max(first, second), response_mask)
