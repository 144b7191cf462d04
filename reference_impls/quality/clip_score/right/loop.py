import torch
from torch import nn


class Score(nn.Module):
    def __init__(self, w):
        super().__init__()
        self.w = w
        self.cut = nn.ReLU()

    def forward(self, a, b):
        return self.cut(torch.dot(a, b) / torch.sqrt(torch.dot(a, a)) / torch.sqrt(torch.dot(b, b))) * self.w


def clip_score(image_emb, text_emb, w=2.5):
    score = Score(w)
    return torch.stack([score(a, b) for a, b in zip(image_emb, text_emb)])
