# slip: last-window-lost
# input: x (1,1,5,5), weight (1,1,3,3), stride=2 -> gives 1x1 rather than 2x2
import torch


def conv2d(x, weight, bias=None, stride=1, padding=0):
    if padding > 0:
        x = torch.nn.functional.pad(x, (padding, padding, padding, padding))
    B, C, H, W = x.shape
    O, _, KH, KW = weight.shape
    out_h = (H - KH + 1) // stride
    out_w = (W - KW + 1) // stride
    rows = []
    for i in range(out_h):
        row = []
        for j in range(out_w):
            patch = x[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            row.append(patch.reshape(B, -1) @ weight.reshape(O, -1).T)
        if row:
            rows.append(torch.stack(row, -1))
    if not rows:
        return x.new_zeros(B, O, out_h, out_w)
    out = torch.stack(rows, 2)
    if bias is not None:
        out = out + bias[:, None, None]
    return out
