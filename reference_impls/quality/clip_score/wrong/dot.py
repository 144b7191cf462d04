# slip: dot-product
import torch


def clip_score(image_emb, text_emb, w=2.5):
    return torch.relu(torch.einsum("bd,bd->b", image_emb, text_emb)) * w
