import torch


def clip_loss(image_emb, text_emb, logit_scale):
    unit = lambda z: z * torch.rsqrt((z * z).sum(1, keepdim=True))
    s = torch.einsum("id,jd->ij", unit(image_emb), unit(text_emb)) * logit_scale
    return (0.5 * (s.logsumexp(1) + s.logsumexp(0)) - s.diagonal()).mean()
