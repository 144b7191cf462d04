# problem: rouge-l
# says: _score_lcs is graded as rouge_l
Score = collections.namedtuple("Score", ["precision", "recall", "fmeasure"])


def fmeasure(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall > 0 else 0.0


def lcs_length(a, b):
    above = [0] * (len(b) + 1)
    for x in a:
        row = [0]
        for j, y in enumerate(b):
            row.append(above[j] + 1 if x == y else max(above[j + 1], row[j]))
        above = row
    return above[-1]


scoring = types.SimpleNamespace(fmeasure=fmeasure)


def _score_lcs(target_tokens, prediction_tokens):
    if not target_tokens or not prediction_tokens:
        return Score(precision=0, recall=0, fmeasure=0)
    length = lcs_length(target_tokens, prediction_tokens)
    precision = length / len(prediction_tokens)
    recall = length / len(target_tokens)
    return Score(precision=precision, recall=recall, fmeasure=scoring.fmeasure(precision, recall))
