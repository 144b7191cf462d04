# slip: none
from torch import nn


def embedding(ids, weight, padding_idx=None):
    layer = nn.Embedding.from_pretrained(weight, freeze=False, padding_idx=padding_idx)
    return layer(ids)
