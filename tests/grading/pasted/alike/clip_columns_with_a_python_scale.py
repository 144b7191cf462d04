# problem: clip-loss
# expect: fail
# says: Your code normalizes each channel of both embeddings over the batch
# says: No gradient reaches logit_scale.
import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    temperature = 1 / float(logit_scale)
    images, texts = F.normalize(image_emb, dim=0), F.normalize(text_emb, dim=0)
    similarity = images @ texts.T / temperature
    own = torch.arange(len(similarity), device=similarity.device)
    return (F.cross_entropy(similarity, own) + F.cross_entropy(similarity.T, own)) / 2
