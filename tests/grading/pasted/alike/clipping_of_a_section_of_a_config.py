# problem: dapo-loss
# says: given in your config: clip_ratio_low and clip_ratio_high
def policy_loss(old_log_prob, log_prob, advantages, response_mask, config):
    lo, hi = config.actor.clip_ratio_low, config.actor.clip_ratio_high
    ratio = torch.exp(log_prob - old_log_prob)
    adv = advantages.unsqueeze(1)
    loss = torch.maximum(-adv * ratio, -adv * ratio.clamp(1 - lo, 1 + hi))
    return (loss * response_mask).sum() / response_mask.sum()
