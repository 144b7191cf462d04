# problem: rouge-l
# expect: fail
# says: arithmetic mean
def longest_common(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, left in enumerate(a):
        for j, right in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if left == right else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


def rouge_l(hypothesis: str, reference: str) -> dict:
    hyp, ref = hypothesis.split(), reference.split()
    lcs = longest_common(hyp, ref)
    precision = lcs / len(hyp) if hyp else 0.0
    recall = lcs / len(ref) if ref else 0.0
    f1 = (precision + recall) / 2
    return {"precision": precision, "recall": recall, "f1": f1}
