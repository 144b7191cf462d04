# problem: reciprocal-rank-fusion
# expect: fail
class Fuser:
    def __init__(self, k: int = 60):
        self.k = k

    def fuse(self, *rankings):
        scores = collections.Counter()
        for ranking in rankings:
            scores.update({key: 1 / (self.k + rank) for rank, key in enumerate(ranking)})
        return scores.most_common()
