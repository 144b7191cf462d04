import torch
import torch.nn.functional as F
def ppo_loss(logp, logp_old, advantages, clip=0.2):
    r = torch.exp(logp - logp_old)
    s = r * advantages - F.relu(r - 1 - clip) * F.relu(advantages) - F.relu(1 - clip - r) * F.relu(-advantages)
    return -s.mean()
