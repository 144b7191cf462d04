# problem: ppo-loss
# says: your policy gives logp
def ppo_loss(policy, critic, batch, clip_eps=0.2, vf_coef=0.5, ent_coef=0.01):
    logits = policy(batch["obs"])
    dist = torch.distributions.Categorical(logits=logits)
    logp = dist.log_prob(batch["actions"])
    ratio = torch.exp(logp - batch["old_logp"])
    adv = batch["advantages"]
    surrogate = torch.min(ratio * adv, ratio.clamp(1 - clip_eps, 1 + clip_eps) * adv).mean()
    values = critic(batch["obs"]).squeeze(-1)
    value_loss = F.mse_loss(values, batch["returns"])
    entropy = dist.entropy().mean()
    return -surrogate + vf_coef * value_loss - ent_coef * entropy
