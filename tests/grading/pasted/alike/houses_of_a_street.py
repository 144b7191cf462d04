# problem: house-robber
# says: Street.richest is graded as rob
class Street:
    def __init__(self, values):
        self.values = values

    def richest(self):
        before, best = 0, 0
        for value in self.values:
            before, best = best, max(best, before + value)
        return best
