# slip: streams-apart
import math


def joint_attention(img, txt, w_img, w_txt, n_heads):
    def one(x, w):
        q, k, v = (z.unflatten(-1, (n_heads, -1)).transpose(1, 2) for z in (x @ w).chunk(3, -1))
        return ((q @ k.mT / math.sqrt(q.shape[-1])).softmax(-1) @ v).transpose(1, 2).flatten(2)

    return one(img, w_img), one(txt, w_txt)
