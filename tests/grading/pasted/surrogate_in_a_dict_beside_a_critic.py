# problem: ppo-loss
# says: your policy_loss is graded
def ppo_objective(logp, old_logp, advantages, values, returns, clip_eps=0.2):
    ratio = torch.exp(logp - old_logp)
    surrogate = torch.min(ratio * advantages, ratio.clamp(1 - clip_eps, 1 + clip_eps) * advantages)
    value_loss = 0.5 * (values - returns).pow(2).mean()
    return {"loss": -surrogate.mean() + value_loss, "policy_loss": -surrogate.mean(), "value_loss": value_loss}
