# slip: same-places
def rouge_l(candidate, reference):
    n = sum(x == y for x, y in zip(candidate, reference))
    return 2 * n / (len(candidate) + len(reference)) if n else 0
