# problem: ppo-loss
# expect: fail
# says: takes the larger
def ppo_loss(new_logp, old_logp, advantages, values, returns, entropy, clip_eps=0.2, vf_coef=0.5, ent_coef=0.01):
    """Loss of an actor and a critic."""
    ratio = torch.exp(new_logp - old_logp)
    unclipped = ratio * advantages
    clipped = torch.clamp(ratio, 1 - clip_eps, 1 + clip_eps) * advantages
    policy_loss = -torch.max(unclipped, clipped).mean()
    value_loss = F.mse_loss(values, returns)
    bonus = entropy.mean()
    total = policy_loss + vf_coef * value_loss - ent_coef * bonus
    clip_fraction = ((ratio - 1).abs() > clip_eps).float().mean()
    return total, policy_loss, value_loss, bonus, clip_fraction
