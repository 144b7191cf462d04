# slip: streams-crossed
import torch

def joint_attention(img, txt, w_img, w_txt, n_heads):
    D = img.shape[-1]
    hd = D // n_heads

    def qkv(x, w):
        y = x @ w
        return [p.unflatten(-1, (n_heads, hd)).transpose(1, 2) for p in y.chunk(3, -1)]

    def attend(q, k, v):
        a = (q @ k.mT / hd ** 0.5).softmax(-1)
        return (a @ v).transpose(1, 2).flatten(2)

    qi, ki, vi = qkv(img, w_img)
    qt, kt, vt = qkv(txt, w_txt)
    return attend(qi, kt, vt), attend(qt, ki, vi)
