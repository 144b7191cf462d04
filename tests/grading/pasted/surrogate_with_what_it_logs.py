# problem: ppo-loss
# says: given in your data: adv and logp_old
def policy_loss(data, ac, clip_ratio=0.2):
    obs, act, adv, logp_old = data["obs"], data["act"], data["adv"], data["logp"]
    pi, logp = ac.pi(obs, act)
    ratio = torch.exp(logp - logp_old)
    bounded = torch.clamp(ratio, 1 - clip_ratio, 1 + clip_ratio) * adv
    loss = -(torch.min(ratio * adv, bounded)).mean()
    moved = (logp_old - logp).mean().item()
    ent = pi.entropy().mean().item()
    info = dict(kl=moved, ent=ent)
    return loss, info
