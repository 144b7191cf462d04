# problem: grpo-loss
# expect: invalid
# says: The problem also asks for logp_ref and beta: yours has no such parameter.
def grpo_loss(logp, old_logp, adv, mask, eps: float = 0.2):
    r, a = torch.exp(logp - old_logp.detach()), adv[:, None]
    gain = torch.minimum(r * a, r.clamp(1 - eps, 1 + eps) * a)
    return -((gain * mask).sum(-1) / mask.sum(-1).clamp_min(1.0)).mean()
