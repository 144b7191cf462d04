# problem: ppo-loss
# expect: fail
# says: your code returns 2 results: the first one is graded
# says: Your code normalizes the advantages
def clipped(logp, logp_old, advantages, clip=0.2):
    advantages = (advantages - advantages.mean()) / (advantages.std() + 1e-8)
    ratio = torch.exp(logp - logp_old)
    gain = torch.min(ratio * advantages, ratio.clamp(1 - clip, 1 + clip) * advantages)
    return -gain.mean(), ratio
