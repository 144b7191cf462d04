# problem: top-k-filter
# says: Warper.__call__ is graded as top_k_filter
class Warper:
    def __init__(self, top_k, filter_value=-float("Inf"), min_tokens_to_keep=1):
        self.top_k, self.filler = max(top_k, min_tokens_to_keep), filter_value

    def __call__(self, scores):
        least = scores.topk(min(self.top_k, scores.size(-1)))[0][..., -1, None]
        return scores.masked_fill(scores < least, self.filler)
