# problem: joint-attention
import torch
from torch import nn
import torch.nn.functional as F


class JointAttention(nn.Module):
    def __init__(self, dim, num_heads=8):
        super().__init__()
        self.num_heads = num_heads
        self.head_dim = dim // num_heads
        self.qkv_img = nn.Linear(dim, dim * 3, bias=False)
        self.qkv_txt = nn.Linear(dim, dim * 3, bias=False)

    def split(self, x, proj):
        B, N, _ = x.shape
        return proj(x).reshape(B, N, 3, self.num_heads, self.head_dim).permute(2, 0, 3, 1, 4)

    def forward(self, img, txt):
        B, N, D = img.shape
        qi, ki, vi = self.split(img, self.qkv_img)
        qt, kt, vt = self.split(txt, self.qkv_txt)
        q = torch.cat((qt, qi), dim=2)
        k = torch.cat((kt, ki), dim=2)
        v = torch.cat((vt, vi), dim=2)
        attn = F.scaled_dot_product_attention(q, k, v)
        attn = attn.transpose(1, 2).reshape(B, -1, D)
        txt_out, img_out = attn[:, : txt.shape[1]], attn[:, txt.shape[1] :]
        return img_out, txt_out
