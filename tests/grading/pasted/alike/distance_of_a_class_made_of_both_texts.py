# problem: edit-distance
class Levenshtein:
    def __init__(self, s1, s2):
        self.s1, self.s2 = s1, s2
        self.table = np.zeros((len(s1) + 1, len(s2) + 1), dtype=int)

    def compute(self):
        self.table[:, 0] = np.arange(len(self.s1) + 1)
        self.table[0, :] = np.arange(len(self.s2) + 1)
        for i, one in enumerate(self.s1, 1):
            for j, other in enumerate(self.s2, 1):
                replaced = self.table[i - 1, j - 1] + (one != other)
                self.table[i, j] = min(replaced, self.table[i - 1, j] + 1, self.table[i, j - 1] + 1)
        return self.table[-1, -1]
