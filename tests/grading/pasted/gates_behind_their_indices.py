# problem: moe-router
# says: your results are graded in this order: topk_weight, topk_idx, aux_loss
import torch.nn.functional as F


def moe_gate(logits, top_k):
    n_experts = logits.shape[-1]
    scores = logits.softmax(dim=-1)
    topk_weight, topk_idx = torch.topk(scores, k=top_k, dim=-1, sorted=True)
    topk_weight = topk_weight / topk_weight.sum(dim=-1, keepdim=True)
    mask_ce = F.one_hot(topk_idx.view(-1), num_classes=n_experts)
    aux_loss = (scores.mean(0) * mask_ce.float().mean(0) * n_experts).sum()
    return topk_idx, topk_weight, aux_loss
