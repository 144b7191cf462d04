# problem: cohens-kappa
class Task:
    def __init__(self, coder1, coder2):
        self.pairs = list(zip(coder1, coder2))

    def kappa(self, weights=None):
        costs = {None: lambda i, j: float(i != j), "linear": lambda i, j: abs(i - j), "quadratic": lambda i, j: (i - j) ** 2}
        if weights not in costs:
            raise ValueError(weights)
        cost = costs[weights]
        seen = sum(cost(i, j) for i, j in self.pairs)
        by_chance = sum(cost(i, j) for i, _ in self.pairs for _, j in self.pairs) / len(self.pairs)
        return 1 - seen / by_chance
