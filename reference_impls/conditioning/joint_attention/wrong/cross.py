# slip: none
import math


def joint_attention(img, txt, w_img, w_txt, n_heads):
    f = lambda z: z.unflatten(-1, (n_heads, -1)).transpose(1, 2)
    qi, ki, vi = map(f, (img @ w_img).chunk(3, -1))
    qt, kt, vt = map(f, (txt @ w_txt).chunk(3, -1))
    g = lambda q, k, v: ((q @ k.mT / math.sqrt(q.shape[-1])).softmax(-1) @ v).transpose(1, 2).flatten(2)
    return g(qi, kt, vt), g(qt, ki, vi)
