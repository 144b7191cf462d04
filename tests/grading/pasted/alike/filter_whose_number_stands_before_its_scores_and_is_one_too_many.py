# problem: top-k-filter
# expect: fail
# says: keeps k + 1 logits
def keep_best(how_many, scores):
    if how_many >= scores.shape[-1]:
        return scores
    lowest = scores.topk(how_many + 1, dim=-1).values[..., -1:]
    return scores.masked_fill(scores < lowest, float("-inf"))
