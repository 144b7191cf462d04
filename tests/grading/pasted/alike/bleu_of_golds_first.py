# problem: bleu
class Scorer:
    @staticmethod
    def grams(tokens, n):
        return collections.Counter(tuple(tokens[i : i + n]) for i in range(len(tokens) - n + 1))

    @classmethod
    def score(cls, golds, pred, n=4):
        total = 0.0
        for m in range(1, n + 1):
            own = cls.grams(pred, m)
            most = functools.reduce(operator.or_, (cls.grams(gold, m) for gold in golds))
            hits = sum((own & most).values())
            if not hits:
                return 0.0
            total += math.log(hits / sum(own.values())) / n
        r = min((abs(len(gold) - len(pred)), len(gold)) for gold in golds)[1]
        return math.exp(total + min(0, 1 - r / len(pred)))
