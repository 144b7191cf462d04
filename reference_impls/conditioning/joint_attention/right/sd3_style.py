import torch
import torch.nn.functional as F


class JointAttention:
    def __init__(self, heads):
        self.heads = heads

    def pre(self, x, w):
        B, L, D = x.shape
        qkv = (x @ w).reshape(B, L, 3, self.heads, D // self.heads).permute(2, 0, 3, 1, 4)
        return qkv[0], qkv[1], qkv[2]

    def __call__(self, context, x, wc, wx):
        cq, ck, cv = self.pre(context, wc)
        xq, xk, xv = self.pre(x, wx)
        q, k, v = (torch.cat(pair, dim=2) for pair in ((cq, xq), (ck, xk), (cv, xv)))
        out = F.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape(context.shape[0], -1, context.shape[2])
        return out[:, : context.shape[1]], out[:, context.shape[1] :]


def joint_attention(img, txt, w_img, w_txt, n_heads):
    txt_out, img_out = JointAttention(n_heads)(txt, img, w_txt, w_img)
    return img_out, txt_out
