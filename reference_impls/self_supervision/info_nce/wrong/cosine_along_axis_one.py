# slip: cosine-over-the-negatives
import torch
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    positive = F.cosine_similarity(q, k_pos) / tau
    negative = F.cosine_similarity(q.unsqueeze(1), k_neg) / tau
    logits = torch.cat([positive.unsqueeze(1), negative], dim=1)
    return F.cross_entropy(logits, torch.zeros(len(q), dtype=torch.long))
