import torch, torch.nn.functional as F
def causal_conv3d(x, weight, bias=None):
    B, C, T, H, W = x.shape; O, _, kt, kh, kw = weight.shape
    frames = []
    for t in range(T):
        acc = x.new_zeros(B, O, H, W)
        for j in range(kt):
            s = t - (kt - 1) + j
            if s >= 0: acc = acc + F.conv2d(x[:, :, s], weight[:, :, j], padding=(kh // 2, kw // 2))
        frames.append(acc if bias is None else acc + bias[:, None, None])
    return torch.stack(frames, 2)
