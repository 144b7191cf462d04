# problem: top-k-filter
def keep_best(how_many, scores):
    if how_many >= scores.shape[-1]:
        return scores
    lowest = scores.topk(how_many, dim=-1).values[..., -1:]
    return scores.masked_fill(scores < lowest, float("-inf"))
