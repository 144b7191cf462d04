# slip: query-normalised-again
# input: unit inputs, q.requires_grad: q.grad is projected onto the tangent plane, differs from the plain gradient
import torch
import torch.nn.functional as F


def info_nce(q, k_pos, k_neg, tau=0.07):
    q = F.normalize(q, dim=-1)  # guards against drift; no effect on unit vectors
    candidates = torch.cat([k_pos.unsqueeze(1), k_neg], dim=1)      # (B, K+1, d)
    logits = torch.matmul(candidates, q.unsqueeze(-1)).squeeze(-1) / tau
    return (torch.logsumexp(logits, dim=1) - logits[:, 0]).mean()
