# problem: rouge-l
def rouge_of(hyps, refs):
    """Precision, recall and F1 of the longest common subsequence."""
    if not hyps or not refs:
        return {"r": 0.0, "p": 0.0, "f": 0.0}
    row = [0] * (len(refs) + 1)
    for word in hyps:
        last = 0
        for j, other in enumerate(refs, 1):
            last, row[j] = row[j], last + 1 if word == other else max(row[j], row[j - 1])
    common = row[-1]
    recall, precision = common / len(refs), common / len(hyps)
    f = 0.0 if common == 0 else 2 * recall * precision / (recall + precision)
    return {"r": recall, "p": precision, "f": f}
