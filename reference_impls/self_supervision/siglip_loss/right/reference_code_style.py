import torch
import torch.nn.functional as F


def siglip_loss(image_features, text_features, logit_scale, logit_bias):
    """get_logits, get_ground_truth and logsigmoid, as an open implementation of contrastive models has them."""
    image_features = F.normalize(image_features, dim=-1)
    text_features = F.normalize(text_features, dim=-1)
    logits = logit_scale * image_features @ text_features.T
    logits = logits + logit_bias
    n = image_features.shape[0]
    labels = -torch.ones((n, n), dtype=image_features.dtype)
    labels = 2 * torch.eye(n, dtype=image_features.dtype) + labels
    return -F.logsigmoid(labels * logits).sum() / n


_loss = siglip_loss


def siglip_loss(image_emb, text_emb, logit_scale, logit_bias):
    return _loss(image_emb, text_emb, logit_scale, logit_bias)
