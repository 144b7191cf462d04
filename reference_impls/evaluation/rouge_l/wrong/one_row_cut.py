# slip: one-row-overwritten-and-cut
def rouge_l(candidate, reference):
    if not candidate or not reference:
        return 0.0
    row = [0] * (len(reference) + 1)
    for c in candidate:
        for j in range(1, len(reference) + 1):
            if reference[j - 1] == c:
                row[j] = row[j - 1] + 1
            else:
                row[j] = max(row[j], row[j - 1])
    L = min(row[-1], len(candidate), len(reference))
    return 2 * L / (len(candidate) + len(reference))
