# problem: grpo-loss
def compute_grpo(logps, old_logps, ref_logps, advantages, mask, args):
    ratio = torch.exp(logps - old_logps)
    adv = advantages.unsqueeze(-1)
    gain = torch.minimum(ratio * adv, ratio.clamp(1 - args.epsilon, 1 + args.epsilon) * adv)
    gap = ref_logps - logps
    kl = torch.exp(gap) - gap - 1
    loss = args.beta * kl - gain
    return ((loss * mask).sum(-1) / mask.sum(-1)).mean()
