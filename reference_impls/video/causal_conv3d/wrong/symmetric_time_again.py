# slip: half-in-the-past
import torch.nn.functional as F
def causal_conv3d(x, weight, bias=None):
    kt, kh, kw = weight.shape[2:]
    return F.conv3d(x, weight, bias, padding=(kt // 2, kh // 2, kw // 2))[:, :, :x.shape[2]]
