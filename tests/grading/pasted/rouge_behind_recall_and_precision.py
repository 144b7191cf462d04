# problem: rouge-l
# says: your code returns 3 results: the one called f1 is graded
def f1_of(common, n, m):
    recall = common / m if m else 0.0
    precision = common / n if n else 0.0
    f1 = 2 * recall * precision / (recall + precision) if common else 0.0
    return recall, precision, f1

def rouge_l_sentence_level(summary, reference):
    above = [0] * (len(reference) + 1)
    for a in summary:
        row = [0]
        for j, b in enumerate(reference):
            row.append(above[j] + 1 if a == b else max(above[j + 1], row[j]))
        above = row
    return f1_of(above[-1], len(summary), len(reference))
