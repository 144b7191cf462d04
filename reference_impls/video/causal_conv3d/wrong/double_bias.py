# slip: bias-for-each-tap
import torch, torch.nn.functional as F
def causal_conv3d(x, weight, bias=None):
    kt, kh, kw = weight.shape[2:]; Fr = x.shape[2]
    xp = F.pad(x, (0, 0, 0, 0, kt-1, 0)); out = 0
    for t in range(kt):
        out = out + F.conv3d(xp[:, :, t:t+Fr], weight[:, :, t:t+1], bias, padding=(0, kh//2, kw//2))
    return out
