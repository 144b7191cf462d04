# slip: positive-excluded
import torch
import torch.nn.functional as F


def nt_xent(z1, z2, tau=0.5):
    B = len(z1)
    z = F.normalize(torch.cat([z1, z2]), dim=1)
    s = z @ z.T / tau
    eye = torch.eye(2 * B, dtype=torch.bool)
    pos = s[eye.roll(B, 1)]
    neg = s.masked_fill(eye | eye.roll(B, 1), float("-inf"))
    return (neg.logsumexp(1) - pos).mean()
