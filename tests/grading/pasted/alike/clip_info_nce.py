# problem: info-nce
def info_nce(query, positive_key, negative_keys, temperature=0.07):
    pos = (query * positive_key).sum(-1, keepdim=True)
    neg = torch.einsum('bd,bkd->bk', query, negative_keys)
    logits = torch.cat([pos, neg], 1) / temperature
    return F.cross_entropy(logits, torch.zeros(len(logits), dtype=torch.long))
