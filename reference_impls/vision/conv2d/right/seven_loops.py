import torch


def conv2d(x, weight, bias=None, stride=1, padding=0):
    N, C, H, W = x.shape
    O, _, kh, kw = weight.shape
    Ho = (H + 2 * padding - kh) // stride + 1
    Wo = (W + 2 * padding - kw) // stride + 1
    rows = []
    for n in range(N):
        for o in range(O):
            for h in range(Ho):
                for w in range(Wo):
                    s = x.new_zeros(()) if bias is None else bias[o]
                    for c in range(C):
                        for i in range(kh):
                            for j in range(kw):
                                a, b = h * stride + i - padding, w * stride + j - padding
                                if 0 <= a < H and 0 <= b < W:
                                    s = s + x[n, c, a, b] * weight[o, c, i, j]
                    rows.append(s)
    return torch.stack(rows).reshape(N, O, Ho, Wo)
