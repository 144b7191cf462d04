# problem: clip-loss
# expect: fail
# says: Your code takes exp of `logit_scale`
import torch
from torch import nn
from torch.nn import functional as F


class Contrastive(nn.Module):
    def __init__(self):
        super().__init__()
        self.logit_scale = nn.Parameter(torch.tensor(10.0))

    def forward(self, image_embeds, text_embeds):
        scores = self.logit_scale.exp() * F.normalize(text_embeds, dim=-1) @ F.normalize(image_embeds, dim=-1).T
        pairs = torch.arange(len(scores))
        return 0.5 * (F.cross_entropy(scores, pairs) + F.cross_entropy(scores.T, pairs))
