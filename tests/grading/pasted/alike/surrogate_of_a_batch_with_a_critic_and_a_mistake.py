# problem: ppo-loss
# expect: fail
# says: takes the larger of
def ppo_loss(batch, clip_eps=0.2, vf_coef=0.5):
    ratio = torch.exp(batch["logp"] - batch["old_logp"])
    gain = ratio * batch["advantages"]
    bounded = ratio.clamp(1 - clip_eps, 1 + clip_eps) * batch["advantages"]
    value_loss = F.mse_loss(batch["values"], batch["returns"])
    return -torch.max(gain, bounded).mean() + vf_coef * value_loss
