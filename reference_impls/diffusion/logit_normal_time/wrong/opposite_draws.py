# slip: none
# Each draw comes with its opposite, in mixed order.
import torch
def logit_normal_time(n, mean=0.0, std=1.0):
    e = torch.randn((n + 1) // 2)
    e = torch.cat([e, -e])[:n][torch.randperm(n)]
    return torch.sigmoid(mean + std * e)
