# problem: ppo-loss
# expect: invalid
# says: Your code also needs values, returns and entropy, which the problem doesn't give
def ppo_loss(new_logp, old_logp, advantages, values, returns, entropy, clip_eps=0.2):
    ratio = torch.exp(new_logp - old_logp)
    policy_loss = -torch.min(ratio * advantages, ratio.clamp(1 - clip_eps, 1 + clip_eps) * advantages).mean()
    policy_loss += 0.5 * F.mse_loss(values, returns)
    return {"policy_loss": policy_loss, "entropy": entropy.mean()}
