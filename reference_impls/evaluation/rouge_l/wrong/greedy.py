# slip: first-match-taken
def rouge_l(candidate, reference):
    k = n = 0
    for w in candidate:
        for j in range(k, len(reference)):
            if reference[j] == w:
                n += 1
                k = j + 1
                break
    return 2 * n / (len(candidate) + len(reference)) if n else 0
