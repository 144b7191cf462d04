# slip: none
def rouge_l(candidate, reference):
    common = set(candidate) & set(reference)
    p, r = len(common) / len(set(candidate)), len(common) / len(set(reference))
    return 2 * p * r / (p + r)
