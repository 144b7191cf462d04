# problem: flash-attention
# expect: fail
# not: too many values
def tiled_attention(Q, K, V, block_q=8, block=16, causal=False):
    B, N, d = Q.shape
    S = K.shape[1]
    out = torch.zeros(B, N, V.shape[-1], dtype=Q.dtype)
    for top in range(0, N, block_q):
        q = Q[:, top : top + block_q]
        rows = torch.arange(top, top + q.shape[1]) + S - N
        best = torch.full((B, q.shape[1], 1), float("-inf"), dtype=Q.dtype)
        total, mixed = torch.zeros_like(best), torch.zeros(B, q.shape[1], V.shape[-1], dtype=Q.dtype)
        for left in range(0, S, block):
            scores = q @ K[:, left : left + block].mT / math.sqrt(d)
            if causal:
                columns = torch.arange(left, left + scores.shape[-1])
                scores = scores.masked_fill(columns[None, :] > rows[:, None], float("-inf"))
            now = torch.maximum(best, scores.amax(-1, keepdim=True))
            safe = now.masked_fill(now.isinf(), 0.0)
            weights, fade = torch.exp(scores - safe), torch.exp(best - safe)
            total = total + weights.sum(-1, keepdim=True)
            mixed, best = mixed * fade + weights @ V[:, left : left + block], now
        out = torch.cat([out[:, :top], mixed / total, out[:, top + q.shape[1] :]], 1)
    return out
