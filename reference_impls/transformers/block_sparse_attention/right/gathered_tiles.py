import torch


def block_sparse_attention(q, k, v, layout, block):
    """As a kernel does it: only the kept tiles are computed."""
    B, H, T, d = q.shape
    kb = k.reshape(B, H, -1, block, d)
    vb = v.reshape(B, H, -1, block, v.shape[-1])
    outs = []
    for i in range(layout.shape[0]):
        keep = torch.nonzero(layout[i]).flatten()
        keys, values = kb[:, :, keep].flatten(2, 3), vb[:, :, keep].flatten(2, 3)
        s = torch.einsum("bhtd,bhsd->bhts", q[:, :, i * block : (i + 1) * block], keys) * d**-0.5
        outs.append(torch.softmax(s, -1) @ values)
    return torch.cat(outs, 2)
