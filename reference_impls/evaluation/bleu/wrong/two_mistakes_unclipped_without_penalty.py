# slip: none
def bleu(candidate, references, n=4):
    if len(candidate) < n:
        return 0
    score = 1
    for m in range(1, n + 1):
        mine = [tuple(candidate[i : i + m]) for i in range(len(candidate) - m + 1)]
        theirs = {tuple(r[i : i + m]) for r in references for i in range(len(r) - m + 1)}
        score *= sum(g in theirs for g in mine) / len(mine)
    return score ** (1 / n)
