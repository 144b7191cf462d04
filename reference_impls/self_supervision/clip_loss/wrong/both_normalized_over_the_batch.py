# slip: both-normalized-over-the-batch
import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    def cosine_matrix(p, q):
        p = p / p.norm(dim=0, keepdim=True)
        q = q / q.norm(dim=0, keepdim=True)
        return torch.matmul(p, q.T)

    z = logit_scale * cosine_matrix(image_emb, text_emb)
    idx = torch.arange(z.shape[0], device=z.device)
    return (F.cross_entropy(z, idx) + F.cross_entropy(z.T, idx)) * 0.5
