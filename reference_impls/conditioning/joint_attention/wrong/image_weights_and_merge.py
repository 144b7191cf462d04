# slip: image-weights-for-both
import torch

def joint_attention(img, txt, w_img, w_txt, n_heads):
    B, N, D = img.shape
    x = torch.cat([img, txt], dim=1)
    L = x.shape[1]
    q, k, v = (x @ w_img).reshape(B, L, 3, n_heads, D // n_heads).permute(2, 0, 3, 1, 4)
    att = (q @ k.transpose(-2, -1) * (D // n_heads) ** -0.5).softmax(-1)
    out = (att @ v).reshape(B, L, D)
    return out[:, :N], out[:, N:]
