# slip: split-in-halves
import torch
import torch.nn.functional as F

def joint_attention(img, txt, w_img, w_txt, n_heads):
    B, N, D = img.shape

    def split_heads(z):
        return z.reshape(B, z.shape[1], n_heads, D // n_heads).transpose(1, 2)

    streams = [torch.tensor_split(x @ w, 3, dim=-1) for x, w in ((txt, w_txt), (img, w_img))]
    q, k, v = [split_heads(torch.cat(pair, dim=1)) for pair in zip(*streams)]
    y = F.scaled_dot_product_attention(q, k, v)
    y = y.permute(0, 2, 1, 3).reshape(B, -1, D)
    txt_out, img_out = y.chunk(2, dim=1)
    return img_out, txt_out
