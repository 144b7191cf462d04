# problem: top-p-filter
# expect: fail
# says: Your code is wrong where logits has another number of axes than 1, and right elsewhere.
def nucleus(logits, p=0.9):
    logits = np.asarray(logits, dtype=float)
    order = np.argsort(-logits)
    odds = np.exp(logits[order] - logits[order].max())
    kept = np.cumsum(odds) / odds.sum() < p
    kept[np.argmin(kept)] = True
    out = np.full_like(logits, -np.inf)
    out[order[kept]] = logits[order[kept]]
    return out
