# slip: normalised-again
import torch
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    pos = F.cosine_similarity(q, k_pos, dim=-1)[:, None]
    neg = F.cosine_similarity(q[:, None], k_neg, dim=-1)
    logits = torch.cat([pos, neg], dim=1) / tau
    return -logits.log_softmax(1)[:, 0].mean()
