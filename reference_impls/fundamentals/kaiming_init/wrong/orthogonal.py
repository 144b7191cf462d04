# slip: none
import torch


def kaiming_normal(fan_out, fan_in):
    q, _ = torch.linalg.qr(torch.randn(max(fan_out, fan_in), min(fan_out, fan_in)))
    return (q if fan_out >= fan_in else q.T) * 2**0.5
