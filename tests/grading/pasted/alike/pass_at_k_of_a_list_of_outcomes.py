# problem: pass-at-k
# says: your correct is a list of n outcomes, of which c are True
def pass_at_k(correct: list[bool], k: int) -> float:
    if not 0 < k <= len(correct):
        raise ValueError("k is out of range")
    n, c = len(correct), sum(correct)
    if n - c < k:
        return 1.0
    log_none = sum(math.log(n - c - i) - math.log(n - i) for i in range(k))
    return 1.0 - math.exp(log_none)
