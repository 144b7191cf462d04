# problem: dapo-loss
# expect: fail
def compute_policy_loss(
    old_log_prob, log_prob, advantages, response_mask, cliprange_low=0.2, cliprange_high=0.28
):
    """
    Args:
        old_log_prob: `(torch.Tensor)`
            shape: (bs, response_length)
        log_prob: `(torch.Tensor)`
            shape: (bs, response_length)
        advantages: `(torch.Tensor)`
            shape: (bs, response_length)
        response_mask: `(torch.Tensor)`
            shape: (bs, response_length)
    """
    ratio = torch.exp(log_prob - old_log_prob)
    unclipped = -advantages * ratio
    clipped = -advantages * torch.clamp(ratio, 1.0 - cliprange_low, 1.0 + cliprange_high)
    losses = torch.max(unclipped, clipped)
    return ((losses * response_mask).sum(-1) / response_mask.sum(-1).clamp(min=1)).mean()
