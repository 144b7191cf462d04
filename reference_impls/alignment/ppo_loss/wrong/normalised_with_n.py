# slip: whitened-with-n
# input: ratio 1, A = [1, 2, 3] -> 0 instead of -2
import torch


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    adv = (advantages - advantages.mean()) / (advantages.std(unbiased=False) + 1e-8)
    ratio = torch.exp(logp - logp_old)
    loss1 = -adv * ratio
    loss2 = -adv * torch.clamp(ratio, 1 - clip, 1 + clip)
    return torch.max(loss1, loss2).mean()
