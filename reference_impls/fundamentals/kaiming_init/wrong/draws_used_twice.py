# slip: none
# Half as many draws, each used twice, in mixed order.
import torch
def kaiming_normal(fan_out, fan_in):
    n = fan_out * fan_in
    e = torch.randn((n + 1) // 2).repeat(2)[:n][torch.randperm(n)]
    return e.reshape(fan_out, fan_in) * (2 / fan_in) ** 0.5
