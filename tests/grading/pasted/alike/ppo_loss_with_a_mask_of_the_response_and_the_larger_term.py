# problem: ppo-loss
# expect: fail
# says: takes the larger
def masked_mean(values, mask):
    return (values * mask).sum() / mask.sum()

def compute_policy_loss(old_log_prob, log_prob, advantages, response_mask, cliprange=0.2):
    ratio = torch.exp(log_prob - old_log_prob)
    first = -advantages * ratio
    second = -advantages * torch.clamp(ratio, 1.0 - cliprange, 1.0 + cliprange)
    return masked_mean(torch.min(first, second), response_mask)
