# problem: dapo-loss
# expect: fail
def compute_policy_loss(
    old_log_prob, log_prob, advantages, response_mask, cliprange=0.2, cliprange_low=0.2, cliprange_high=0.28, mode="token-mean"
):
    ratio = torch.exp(log_prob - old_log_prob)
    advantages = advantages.unsqueeze(-1).expand_as(ratio)
    clipped = torch.clamp(ratio, 1 - cliprange_high, 1 + cliprange_low)
    losses = torch.maximum(-advantages * ratio, -advantages * clipped)
    if mode == "token-mean":
        return (losses * response_mask).sum() / response_mask.sum()
    raise ValueError(mode)
