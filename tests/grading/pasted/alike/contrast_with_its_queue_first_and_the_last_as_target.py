# problem: info-nce
# expect: fail

def contrast(queue, key, query, T=0.07):
    near = (query * key).sum(-1, keepdim=True)
    far = (query.unsqueeze(1) * queue).sum(-1)
    logits = torch.cat([near, far], 1) / T
    return F.cross_entropy(logits, torch.full((len(query),), far.shape[1]))
