# problem: conv2d
# says: has 2 numbers here, each what is given
def conv2d_unfold(inp, kernel, bias=None, stride=(1, 1), padding=(0, 0), dilation=(1, 1)):
    n, c, h, w = inp.shape
    o, _, kh, kw = kernel.shape
    cols = F.unfold(inp, (kh, kw), dilation=dilation, padding=padding, stride=stride)
    out = torch.einsum("ok,nkl->nol", kernel.reshape(o, -1), cols)
    if bias is not None:
        out = out + bias[:, None]
    oh = (h + 2 * padding[0] - kh) // stride[0] + 1
    return out.reshape(n, o, oh, -1)
