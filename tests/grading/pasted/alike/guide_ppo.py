# problem: ppo-loss
def ppo_clip_loss(new_logp, old_logp, adv, clip_eps=0.2):
    ratio = torch.exp(new_logp - old_logp)
    surr1 = ratio * adv
    surr2 = torch.clamp(ratio, 1 - clip_eps, 1 + clip_eps) * adv
    return -torch.min(surr1, surr2).mean()
