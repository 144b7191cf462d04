# problem: top-k-filter
# says: TopK.__call__ is graded as top_k_filter
from abc import ABC, abstractmethod


class Transform(ABC):
    def __call__(self, logits):
        return self.changed(logits.clone())

    @abstractmethod
    def changed(self, logits): ...


class Temperature(Transform):
    def __init__(self, temperature):
        self.temperature = temperature

    def changed(self, logits):
        return logits / self.temperature


class TopK(Transform):
    def __init__(self, k):
        self.k = k

    def changed(self, logits):
        if self.k >= logits.size(-1):
            return logits
        least = torch.topk(logits, self.k, dim=-1).values[..., -1:]
        return logits.masked_fill(logits < least, float("-inf"))
