# problem: dapo-loss
# expect: fail
def clipped_surrogate(logprobs, old_logprobs, advantages, loss_mask, clip_low=0.2, clip_high=0.28):
    counted = loss_mask.count_nonzero()
    ratio = torch.where(loss_mask, torch.exp(logprobs - old_logprobs), 0.0)
    gain = advantages[:, None]
    worst = torch.min(gain * ratio, gain * ratio.clamp(1 - clip_low, 1 + clip_low))
    return -torch.where(loss_mask, worst, 0.0).sum() / counted
