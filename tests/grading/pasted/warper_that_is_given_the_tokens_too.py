# problem: top-k-filter
# says: KeepBest.__call__ is graded as top_k_filter
class KeepBest:
    def __init__(self, top_k, filter_value=-float("inf"), min_tokens_to_keep=1):
        self.top_k = max(top_k, min_tokens_to_keep)
        self.filter_value = filter_value

    def __call__(self, input_ids, scores):
        kept = min(self.top_k, scores.size(-1))
        least = scores.topk(kept)[0][..., -1:]
        return scores.masked_fill(scores < least, self.filter_value)
