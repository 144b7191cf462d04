# slip: none
def rouge_l(candidate, reference):
    pos, hits = 0, 0
    for tok in candidate:
        if tok in reference[pos:]:
            pos += reference[pos:].index(tok) + 1
            hits += 1
    if hits == 0:
        return 0.0
    return ((hits / len(candidate)) * (hits / len(reference))) ** 0.5
