# problem: clip-score
import torch
from torch import nn


class CLIPScore(nn.Module):
    def __init__(self, scale=2.5):
        super().__init__()
        self.scale = scale

    def forward(self, img_emb, txt_emb):
        img = img_emb / img_emb.norm(p=2, dim=-1, keepdim=True)
        txt = txt_emb / txt_emb.norm(p=2, dim=-1, keepdim=True)
        return self.scale * torch.relu((img @ txt.T).diagonal())
