# slip: bias-on-the-oldest-tap
# input: weight (4, 2, 3, 3, 3) with a bias that is not zero: frames 0 and 1 lack it; bias None or kt = 1 is right
import torch
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    B, C, T, H, W = x.shape
    O, _, kt, kh, kw = weight.shape
    frames = x.transpose(1, 2)  # (B, T, C, H, W)
    out = x.new_zeros(B, T, O, H, W)
    for i in range(kt):
        lag = kt - 1 - i
        if lag >= T:
            continue
        src = frames[:, :T - lag].reshape(-1, C, H, W)
        y = F.conv2d(src, weight[:, :, i], bias if i == 0 else None, padding=(kh // 2, kw // 2))
        y = y.view(B, T - lag, O, H, W)
        out = out + torch.cat([y.new_zeros(B, lag, O, H, W), y], dim=1)
    return out.transpose(1, 2)
