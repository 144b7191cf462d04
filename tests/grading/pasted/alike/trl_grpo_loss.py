# problem: grpo-loss
def grpo_loss(per_token_logps, old_per_token_logps, ref_per_token_logps, advantages, completion_mask, epsilon=0.2, beta=0.04):
    ratio = torch.exp(per_token_logps - old_per_token_logps)
    c = torch.clamp(ratio, 1 - epsilon, 1 + epsilon)
    loss = -torch.min(ratio * advantages.unsqueeze(1), c * advantages.unsqueeze(1))
    kl = torch.exp(ref_per_token_logps - per_token_logps) - (ref_per_token_logps - per_token_logps) - 1
    loss = loss + beta * kl
    return ((loss * completion_mask).sum(-1) / completion_mask.sum(-1)).mean()
