# problem: clip-loss
# says: your temperature is 1 / logit_scale
def contrastive(images, texts, temperature=0.07):
    scores = F.normalize(images, dim=-1) @ F.normalize(texts, dim=-1).T / temperature
    own = torch.arange(len(scores))
    return (F.cross_entropy(scores, own) + F.cross_entropy(scores.T, own)) / 2
