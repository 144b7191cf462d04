# problem: flash-attention
# expect: fail
# says: holds all scores at once
class Flash:
    def __init__(self): pass
    def __call__(self, q, k, v, block=16, causal=False):
        q, k, v = np.asarray(q), np.asarray(k), np.asarray(v)
        self.s = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
        if causal: self.s = np.where(np.tril(np.ones(self.s.shape[-2:], bool), self.s.shape[-1] - self.s.shape[-2]), self.s, -np.inf)
        self.s = np.exp(self.s - self.s.max(-1, keepdims=True))
        return self.s / self.s.sum(-1, keepdims=True) @ v
