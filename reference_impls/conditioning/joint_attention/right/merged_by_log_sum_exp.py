import torch


def joint_attention(img, txt, w_img, w_txt, n_heads):
    def heads(x, w):
        return [z.unflatten(-1, (n_heads, -1)).transpose(1, 2) for z in (x @ w).chunk(3, -1)]

    (qi, ki, vi), (qt, kt, vt) = heads(img, w_img), heads(txt, w_txt)

    def attend(q):
        s = [q @ k.mT * q.shape[-1] ** -0.5 for k in (ki, kt)]
        lse = torch.stack([z.logsumexp(-1) for z in s])
        share = lse.softmax(0)[..., None]
        out = share[0] * (s[0].softmax(-1) @ vi) + share[1] * (s[1].softmax(-1) @ vt)
        return out.transpose(1, 2).flatten(2)

    return attend(qi), attend(qt)
