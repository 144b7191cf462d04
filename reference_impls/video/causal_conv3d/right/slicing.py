import torch.nn.functional as F
def causal_conv3d(x, weight, bias=None):
    kt, kh, kw = weight.shape[-3:]
    return F.conv3d(x, weight, bias, padding=(kt - 1, kh // 2, kw // 2))[:, :, :x.shape[2]]
