# slip: policy-gradient
import torch
def ppo_loss(logp, logp_old, advantages, clip=0.2):
    return -(logp * advantages).mean()
