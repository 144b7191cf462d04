# problem: bleu
# expect: error
# says: Is a list of lists given there?
def ngrams(tokens, m):
    return Counter(tuple(tokens[i : i + m]) for i in range(len(tokens) - m + 1))

def bleu(candidate, reference, n=4):
    if len(candidate) < n:
        return 0.0
    total = 0.0
    for m in range(1, n + 1):
        own, theirs = ngrams(candidate, m), ngrams(reference, m)
        kept = sum((own & theirs).values())
        if not kept:
            return 0.0
        total += math.log(kept / sum(own.values()))
    return math.exp(total / n + min(0.0, 1 - len(reference) / len(candidate)))
