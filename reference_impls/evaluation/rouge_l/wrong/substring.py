# slip: longest-common-run
def rouge_l(candidate, reference):
    best = 0
    for i in range(len(candidate)):
        for j in range(len(reference)):
            k = 0
            while i + k < len(candidate) and j + k < len(reference) and candidate[i + k] == reference[j + k]:
                k += 1
            best = max(best, k)
    if not best:
        return 0
    p, r = best / len(candidate), best / len(reference)
    return 2 * p * r / (p + r)
