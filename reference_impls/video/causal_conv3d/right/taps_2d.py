import torch
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    kt, kh, kw = weight.shape[2:]
    frames = x.shape[2]
    out = []
    for f in range(frames):
        acc = 0
        for i in range(kt):
            src = f - (kt - 1) + i
            if src >= 0:
                acc = acc + F.conv2d(x[:, :, src], weight[:, :, i], padding=(kh // 2, kw // 2))
        if bias is not None:
            acc = acc + bias.view(1, -1, 1, 1)
        out.append(acc)
    return torch.stack(out, dim=2)
