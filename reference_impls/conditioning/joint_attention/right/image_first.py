import torch


def joint_attention(img, txt, w_img, w_txt, n_heads):
    N, D = img.shape[1:]
    d = D // n_heads
    parts = [torch.cat([img @ wi, txt @ wt], 1) for wi, wt in zip(w_img.split(D, 1), w_txt.split(D, 1))]
    q, k, v = (z.view(z.shape[0], z.shape[1], n_heads, d) for z in parts)
    p = torch.einsum("bihd,bjhd->bhij", q, k).mul(d**-0.5).softmax(-1)
    out = torch.einsum("bhij,bjhd->bihd", p, v).reshape(img.shape[0], -1, D)
    return out[:, :N], out[:, N:]
