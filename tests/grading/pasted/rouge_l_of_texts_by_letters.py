# problem: rouge-l
# says: its f is graded
def common_length(first, second):
    row = [0] * (len(second) + 1)
    for word in first:
        new = [0]
        for place, other in enumerate(second):
            new.append(row[place] + 1 if word == other else max(row[place + 1], new[-1]))
        row = new
    return row[-1]


def rouge_l(hypothesis: str, reference: str) -> dict:
    hyp, ref = hypothesis.split(), reference.split()
    shared = common_length(hyp, ref)
    if not shared:
        return {"r": 0.0, "p": 0.0, "f": 0.0}
    r, p = shared / len(ref), shared / len(hyp)
    return {"r": r, "p": p, "f": 2 * r * p / (r + p)}
