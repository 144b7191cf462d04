# slip: none
def rouge_l(candidate, reference):
    best = 0
    for i in range(len(candidate)):
        for j in range(len(reference)):
            k = 0
            while i + k < len(candidate) and j + k < len(reference) and candidate[i + k] == reference[j + k]:
                k += 1
            best = max(best, k)
    return best / len(candidate) if candidate else 0.0
