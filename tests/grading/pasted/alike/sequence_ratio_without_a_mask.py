# problem: gspo-loss
# expect: invalid
# says: The problem also asks for mask and clip_high: yours has no such parameter.
def sequence_loss(new_logps, old_logps, advantages, clip_eps=0.2):
    ratio = (new_logps - old_logps).exp()
    return -torch.min(ratio * advantages, ratio.clamp(1 - clip_eps, 1 + clip_eps) * advantages).mean()
