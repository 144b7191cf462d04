# problem: ppo-loss
# expect: invalid
def ppo_loss(batch, clip=0.2):
    r = torch.exp(batch["logp"] - batch["logp_old"])
    a = batch["advantages"]
    batch["logp_old"] = batch["logp"].detach()
    return -torch.min(r * a, r.clamp(1 - clip, 1 + clip) * a).mean()
