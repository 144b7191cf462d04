def bleu(candidate, references, n=4):
    """Cross out matches one by one, in a copy of each reference's list of n-grams."""
    product = 1.0
    for m in range(1, n + 1):
        mine = [candidate[i : i + m] for i in range(len(candidate) - m + 1)]
        if not mine:
            return 0.0
        hits = 0
        seen = []
        for g in mine:
            if g in seen:
                continue
            seen.append(g)
            best = 0
            for ref in references:
                best = max(best, sum(ref[i : i + m] == g for i in range(len(ref) - m + 1)))
            hits += min(best, mine.count(g))
        product *= hits / len(mine)
    best = None
    for ref in references:
        gap = abs(len(ref) - len(candidate))
        if best is None or gap < best[0] or (gap == best[0] and len(ref) < best[1]):
            best = (gap, len(ref))
    penalty = 1.0 if len(candidate) >= best[1] else 2.718281828459045 ** (1 - best[1] / len(candidate))
    return penalty * product ** (1.0 / n)
